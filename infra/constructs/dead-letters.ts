import { Duration } from "aws-cdk-lib/core";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { Validations } from "aws-cdk-lib/core";
import { alarmOn } from "./impact-alarm.ts";
import type { ServiceContext } from "./service-context.ts";

export type DeadLettersProps = { service: ServiceContext; impact: string };

/** Where work that failed too often waits for a person: 14 days, the longest SQS keeps anything. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { service, impact }: DeadLettersProps) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    alarmOn(this, "Alarm", {
      metric: this.metricApproximateNumberOfMessagesVisible({
        statistic: "Maximum",
        period: Duration.minutes(5),
      }),
      threshold: 1,
      impact,
      topic: service.edge.alarms,
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "This is the dead-letter queue itself.",
    });
  }
}
