import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { ServiceStack, type ServiceStackProps } from "../constructs/service-stack.ts";
import { agendaIndexes } from "./agenda-indexes.ts";

const noNewMoments = "Weekly moments stop appearing in the agenda some weeks ahead.";

export class AgendaStack extends ServiceStack {
  constructor(scope: Construct, props: ServiceStackProps) {
    super(scope, "agenda", { ...props, indexes: agendaIndexes });

    const web = this.lambda("web", {
      errorImpact: "Nobody can look up where and when there is help; calendar feeds stand still.",
    });
    const plan = this.lambda("plan", { timeout: Duration.minutes(5), errorImpact: noNewMoments });

    this.data({
      kind: "public",
      access: "read",
      indexes: ["publicByMonth", "publicById"],
      functions: [web],
    });
    this.data({ kind: "tenant", access: "write", indexes: ["byMonth"], functions: [web, plan] });
    this.knowsMembers([web]);
    this.knowsPeople([web]);

    this.doors(web, ["/agenda", "/agenda/{proxy+}", "/api/agenda/{proxy+}"]);
    this.schedule("extend-series", { target: plan, cron: "10 3 * * ? *", impact: noNewMoments });
    this.afterDeploy("02", plan);
    this.dashboard([web, plan]);
  }
}
