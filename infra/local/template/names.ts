import { createHash } from "node:crypto";

/** What a name or ARN is made of; `name` is the given name, else `<stack>-<logical id>`. */
export type Subject = { name: string; account: string; region: string };
type Part = (subject: Subject) => string;
type Naming = { given?: string; ref: Part; attributes: Record<string, Part> };

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

function identifier(seed: string, length: number): string {
  const bytes = createHash("sha256").update(seed).digest();
  return [...bytes.subarray(0, length)].map((byte) => ALPHABET[byte % 36]).join("");
}

const name: Part = (subject) => subject.name;
const arn =
  (service: string, path: Part): Part =>
  (subject) =>
    `arn:aws:${service}:${subject.region}:${subject.account}:${path(subject)}`;
const globalArn =
  (service: string, path: Part): Part =>
  (subject) =>
    `arn:aws:${service}::${path(subject)}`;

const tableArn = arn("dynamodb", (s) => `table/${s.name}`);
const apiId: Part = (subject) => identifier(`api ${subject.name}`, 10);
const distributionId: Part = (s) => `E${identifier(`distribution ${s.name}`, 13).toUpperCase()}`;
const userPoolId: Part = (s) => `${s.region}_${identifier(`user pool ${s.name}`, 9)}`;
const bucketDomain: Part = (s) => `${s.name.toLowerCase()}.s3.${s.region}.amazonaws.com`;
const roleArn = globalArn("iam", (s) => `${s.account}:role/${s.name}`);
const policyIds: Naming = { ref: name, attributes: { Id: name } };
const onlyRef: Naming = { ref: name, attributes: {} };
const topicArn = arn("sns", name);

const namings: Record<string, Naming> = {
  "AWS::ApiGatewayV2::Api": {
    ref: apiId,
    attributes: {
      ApiId: apiId,
      ApiEndpoint: (s) => `https://${apiId(s)}.execute-api.${s.region}.amazonaws.com`,
    },
  },
  "AWS::ApiGatewayV2::Integration": onlyRef,
  "AWS::ApiGatewayV2::Route": onlyRef,
  "AWS::ApiGatewayV2::Stage": { given: "StageName", ref: name, attributes: {} },
  "AWS::CloudFront::CachePolicy": policyIds,
  "AWS::CloudFront::Distribution": {
    ref: distributionId,
    attributes: {
      Id: distributionId,
      DomainName: (s) => `d${identifier(`domain ${s.name}`, 13)}.cloudfront.net`,
    },
  },
  "AWS::CloudFront::OriginAccessControl": policyIds,
  "AWS::CloudFront::OriginRequestPolicy": policyIds,
  "AWS::CloudFront::ResponseHeadersPolicy": policyIds,
  "AWS::CloudWatch::Alarm": {
    given: "AlarmName",
    ref: name,
    attributes: { Arn: arn("cloudwatch", (s) => `alarm:${s.name}`) },
  },
  "AWS::Cognito::UserPool": {
    ref: userPoolId,
    attributes: { Arn: arn("cognito-idp", (s) => `userpool/${userPoolId(s)}`) },
  },
  // Known by its name here, so that a program's client id is what the template calls it.
  "AWS::Cognito::UserPoolClient": { given: "ClientName", ref: name, attributes: {} },
  "AWS::Cognito::UserPoolGroup": { given: "GroupName", ref: name, attributes: {} },
  "AWS::DynamoDB::GlobalTable": {
    given: "TableName",
    ref: name,
    attributes: { Arn: tableArn, StreamArn: (s) => `${tableArn(s)}/stream/local` },
  },
  "AWS::IAM::ManagedPolicy": {
    given: "ManagedPolicyName",
    ref: globalArn("iam", (s) => `${s.account}:policy/${s.name}`),
    attributes: {},
  },
  "AWS::IAM::Role": { given: "RoleName", ref: name, attributes: { Arn: roleArn } },
  "AWS::Lambda::EventSourceMapping": onlyRef,
  "AWS::Lambda::Function": {
    given: "FunctionName",
    ref: name,
    attributes: { Arn: arn("lambda", (s) => `function:${s.name}`) },
  },
  "AWS::Lambda::LayerVersion": {
    ref: arn("lambda", (s) => `layer:${s.name}:1`),
    attributes: {},
  },
  "AWS::Logs::LogGroup": {
    given: "LogGroupName",
    ref: name,
    attributes: { Arn: arn("logs", (s) => `log-group:${s.name}:*`) },
  },
  "AWS::S3::Bucket": {
    given: "BucketName",
    ref: name,
    attributes: {
      Arn: globalArn("s3", (s) => `:${s.name}`),
      DomainName: (s) => `${s.name.toLowerCase()}.s3.amazonaws.com`,
      RegionalDomainName: bucketDomain,
    },
  },
  "AWS::Scheduler::Schedule": {
    given: "Name",
    ref: name,
    attributes: { Arn: arn("scheduler", (s) => `schedule/default/${s.name}`) },
  },
  "AWS::Scheduler::ScheduleGroup": { given: "Name", ref: name, attributes: {} },
  "AWS::SNS::Topic": {
    given: "TopicName",
    ref: topicArn,
    attributes: { TopicArn: topicArn, TopicName: name },
  },
  "AWS::SQS::Queue": {
    given: "QueueName",
    ref: (s) => `https://sqs.${s.region}.amazonaws.com/${s.account}/${s.name}`,
    attributes: { Arn: arn("sqs", name), QueueName: name },
  },
};

/** The property of the template in which a resource of this type may be given its name. */
export function givenNameProperty(type: string): string | undefined {
  return namings[type]?.given;
}

/** What `Ref` answers for a resource; undefined when the type has no known answer. */
export function referenceTo(type: string, subject: Subject): string | undefined {
  return namings[type]?.ref(subject);
}

/** What `Fn::GetAtt` answers for a resource; undefined when type or attribute are unknown. */
export function attributeOf(type: string, attribute: string, subject: Subject): string | undefined {
  return namings[type]?.attributes[attribute]?.(subject);
}
