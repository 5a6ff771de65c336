import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  CfnFunction,
  Code,
  Function,
  LoggingFormat,
  Runtime,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { bundleFolder } from "./bundle-folder.ts";
import { alarmOn } from "./impact-alarm.ts";
import type { ServiceContext } from "./service-context.ts";
import type { ServiceTable } from "./service-table.ts";

export type ServiceFunctionProps = {
  service: ServiceContext;
  table: ServiceTable;
  bundle: string;
  /** What users lose while this function fails: the text of its alarm. */
  errorImpact: string;
  timeout?: Duration;
  memorySize?: number;
  reservedConcurrentExecutions?: number;
};

/** A Lambda function whose own role can write its log and assume its data roles, nothing else. */
export class ServiceFunction extends Construct {
  readonly lambda: Function;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { stage } = props.service;
    const logGroup = new LogGroup(this, "Log", {
      retention: stage.logRetention,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `${props.service.name}-${props.bundle}: its log and its data roles only`,
    });
    this.allow(["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.logGroupArn);
    this.lambda = new Function(this, "Function", {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: Code.fromAsset(bundleFolder(props.service, props.bundle)),
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      memorySize: props.memorySize ?? 512,
      timeout: props.timeout ?? Duration.seconds(10),
      environment: environmentOf(props),
      ...(props.reservedConcurrentExecutions !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrentExecutions,
      }),
    });
    this.alarm(props);
  }

  allow(actions: string[], resource: string): void {
    this.role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [resource] }));
  }

  /** Where a call that nobody waits for goes after its third failure. */
  putAside(queue: IQueue): void {
    this.allow(["sqs:SendMessage"], queue.queueArn);
    const resource = this.lambda.node.defaultChild;
    if (!(resource instanceof CfnFunction)) throw new Error(`${this.node.path} is no function.`);
    resource.deadLetterConfig = { targetArn: queue.queueArn };
  }

  private alarm({ errorImpact, service }: ServiceFunctionProps): void {
    const sum = { statistic: "Sum", period: Duration.minutes(5) };
    alarmOn(this, "Alarm", {
      metric: new MathExpression({
        expression: "errors + throttles",
        label: "errors and throttles",
        usingMetrics: {
          errors: this.lambda.metricErrors(sum),
          throttles: this.lambda.metricThrottles(sum),
        },
        period: sum.period,
      }),
      threshold: 1,
      impact: errorImpact,
      topic: service.edge.alarms,
    });
  }
}

function environmentOf({ service, table }: ServiceFunctionProps): Record<string, string> {
  return {
    TABLE_NAME: table.tableName,
    REGION_ID: service.stage.regionId,
    SERVICE: service.name,
    STAGE: service.stage.name,
    SITE_ORIGIN: service.edge.siteOrigin,
    ...(service.stage.notice !== undefined && { NOTICE: service.stage.notice }),
  };
}
