import { join } from "node:path";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { CfnOutput, Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { EdgeApi } from "../constructs/edge-api.ts";
import type { Edge } from "../constructs/service-context.ts";
import { SiteDistribution } from "../constructs/site-distribution.ts";
import { StaticFiles } from "../constructs/static-files.ts";
import type { Stage } from "../stages.ts";

export type EdgeStackProps = { stage: Stage; dist: string };

/** What all services stand behind: the public address, the HTTP API, static files, alarms. */
export class EdgeStack extends Stack {
  readonly edge: Edge;
  readonly address: CfnOutput;

  constructor(scope: Construct, id: string, { stage, dist }: EdgeStackProps) {
    super(scope, id, {
      env: { account: stage.account, region: stage.region },
      description: "Digihulp-portaal: the public address, the HTTP API, static files, alarms",
      terminationProtection: stage.keepsData,
    });
    const alarms = alarmTopic(this, stage);
    const api = new EdgeApi(this, "Api", { stage, alarms });
    const files = new StaticFiles(this, "Files", { stage, folder: join(dist, "static") });
    const site = new SiteDistribution(this, "Site", {
      stage,
      apiDomainName: api.domainName,
      files: files.bucket,
    });
    const siteOrigin = `https://${stage.domain?.name ?? site.distributionDomainName}`;
    this.edge = { apiId: api.http.apiId, alarms, siteOrigin };
    this.address = new CfnOutput(this, "SiteOrigin", { value: siteOrigin });
  }
}

function alarmTopic(scope: Construct, { account, alarmEmail }: Stage): Topic {
  const topic = new Topic(scope, "Alarms", { enforceSSL: true });
  // A topic policy of its own replaces the default one, which let CloudWatch in.
  topic.grantPublish(
    new ServicePrincipal("cloudwatch.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": account } },
    }),
  );
  if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
  return topic;
}
