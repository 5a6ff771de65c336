import { HttpApi, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { alarmOn } from "./impact-alarm.ts";

export type EdgeApiProps = { stage: Stage; alarms: ITopic };

/** The one HTTP API; each service hangs its own routes into it from its own stack. */
export class EdgeApi extends Construct {
  readonly http: HttpApi;
  readonly domainName: string;

  constructor(scope: Construct, id: string, { stage, alarms }: EdgeApiProps) {
    super(scope, id);
    this.http = new HttpApi(this, "Http", {
      apiName: `digihulp-${stage.name}`,
      createDefaultStage: false,
    });
    this.domainName = `${this.http.apiId}.execute-api.${stage.region}.amazonaws.com`;
    const log = new LogGroup(this, "AccessLog", {
      retention: stage.logRetention,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.http.addStage("Stage", {
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    alarmOn(this, "Apologies", {
      metric: this.http.metricServerError({ statistic: "Sum", period: Duration.minutes(5) }),
      threshold: 5,
      impact: "People who open or save a page get the apology page instead.",
      topic: alarms,
    });
  }
}

// GDPR art. 5(1)(c): no address, no browser, no path with ids, no query with search words.
const accessLogFields = {
  requestId: "$context.requestId",
  time: "$context.requestTimeEpoch",
  route: "$context.routeKey",
  method: "$context.httpMethod",
  status: "$context.status",
  latency: "$context.responseLatency",
  integrationLatency: "$context.integrationLatency",
  integrationError: "$context.integrationErrorMessage",
  bytes: "$context.responseLength",
};
