import { TemplateError } from "../json.ts";
import type { Stack } from "./assembly.ts";

const RUN = new Set([
  "AWS::ApiGatewayV2::Api",
  "AWS::ApiGatewayV2::Integration",
  "AWS::ApiGatewayV2::Route",
  "AWS::ApiGatewayV2::Stage",
  "AWS::CloudFront::CachePolicy",
  "AWS::CloudFront::Distribution",
  "AWS::CloudFront::OriginRequestPolicy",
  "AWS::CloudFront::ResponseHeadersPolicy",
  "AWS::Cognito::UserPool",
  "AWS::Cognito::UserPoolClient",
  "AWS::Cognito::UserPoolGroup",
  "AWS::DynamoDB::GlobalTable",
  "AWS::IAM::ManagedPolicy",
  "AWS::IAM::Policy",
  "AWS::IAM::Role",
  "AWS::Lambda::EventInvokeConfig",
  "AWS::Lambda::EventSourceMapping",
  "AWS::Lambda::Function",
  "AWS::S3::Bucket",
  "AWS::Scheduler::Schedule",
  "AWS::SQS::Queue",
  "Custom::CDKBucketDeployment",
]);

/** Watching, permissions between AWS services, and deployment chores: nothing to run locally. */
const WITHOUT_EFFECT = new Set([
  "AWS::Budgets::Budget",
  "AWS::CDK::Metadata",
  "AWS::CloudFront::OriginAccessControl",
  "AWS::CloudWatch::Alarm",
  "AWS::CloudWatch::CompositeAlarm",
  "AWS::CloudWatch::Dashboard",
  "AWS::Cognito::ManagedLoginBranding",
  // Here every program has the one scope of its client, without a list beside it.
  "AWS::Cognito::UserPoolDomain",
  "AWS::Cognito::UserPoolResourceServer",
  "AWS::Lambda::LayerVersion",
  "AWS::Lambda::Permission",
  "AWS::Logs::LogGroup",
  "AWS::Logs::MetricFilter",
  "AWS::S3::BucketPolicy",
  "AWS::SNS::Subscription",
  "AWS::SNS::Topic",
  "AWS::SNS::TopicPolicy",
  "AWS::SQS::QueuePolicy",
  "AWS::Scheduler::ScheduleGroup",
]);

/** A new kind of resource must be run here, or be listed as having no local effect. */
export function refuseUnknownTypes(stacks: Stack[]): void {
  for (const stack of stacks) {
    for (const [id, { type }] of stack.resources) {
      if (RUN.has(type) || WITHOUT_EFFECT.has(type)) continue;
      throw new TemplateError(`${stack.name}/${id}: ${type} is not run locally`);
    }
  }
}
