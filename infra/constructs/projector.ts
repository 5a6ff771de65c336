import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { DeadLetters } from "./dead-letters.ts";
import { alarmOn } from "./impact-alarm.ts";
import type { ServiceContext } from "./service-context.ts";
import type { ServiceFunction } from "./service-function.ts";
import type { ServiceTable } from "./service-table.ts";

export type ProjectorProps = {
  service: ServiceContext;
  source: ServiceTable;
  target: ServiceFunction;
  /** What users see stale while events wait or are lost. */
  impact: string;
};

/** Feeds the domain events of one service's table to another service's projector. */
export class Projector extends Construct {
  constructor(scope: Construct, id: string, { service, source, target, impact }: ProjectorProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, "DeadLetters", { service, impact });
    target.allow(streamActions, source.streamArn);
    const mapping = new EventSourceMapping(this, "Stream", {
      target: target.lambda,
      eventSourceArn: source.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual("INSERT"),
          dynamodb: { NewImage: { type: { S: FilterRule.isEqual("event") } } },
        }),
      ],
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 5,
      onFailure: new SqsDlq(deadLetters),
    });
    // Lambda checks the right to read the stream when the mapping is made.
    mapping.node.addDependency(target.role);
    alarmOn(this, "Late", {
      metric: new Metric({
        namespace: "AWS/Lambda",
        metricName: "IteratorAge",
        dimensionsMap: { FunctionName: target.lambda.functionName },
        statistic: "Maximum",
        period: Duration.minutes(5),
      }),
      threshold: Duration.minutes(10).toMilliseconds(),
      impact,
      topic: service.edge.alarms,
    });
  }
}

const streamActions = [
  "dynamodb:DescribeStream",
  "dynamodb:GetRecords",
  "dynamodb:GetShardIterator",
  "dynamodb:ListStreams",
];
