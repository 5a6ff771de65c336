import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { DeadLetters } from "./dead-letters.ts";
import type { ServiceContext } from "./service-context.ts";
import type { ServiceFunction } from "./service-function.ts";

export type JobScheduleProps = {
  service: ServiceContext;
  target: ServiceFunction;
  job: string;
  /** AWS cron of six fields, on Brussels time. */
  cron: string;
  impact: string;
};

/** Runs a function on Brussels time with `{"job": "<name>"}`. */
export class JobSchedule extends Construct {
  constructor(scope: Construct, id: string, props: JobScheduleProps) {
    super(scope, id);
    const { lambda } = props.target;
    const deadLetters = new DeadLetters(this, "DeadLetters", props);
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": props.service.stage.account } },
      }),
      description: `Starts ${props.job}`,
    });
    const allow = (action: string, resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
    allow("lambda:InvokeFunction", lambda.functionArn);
    allow("sqs:SendMessage", deadLetters.queueArn);
    new CfnSchedule(this, "Schedule", {
      description: props.impact,
      scheduleExpression: `cron(${props.cron})`,
      scheduleExpressionTimezone: "Europe/Brussels",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: lambda.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ job: props.job }),
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
      },
    }).node.addDependency(role);
    // The schedule only hands over: a job that fails afterwards is Lambda's to put aside.
    props.target.putAside(deadLetters);
  }
}
