import type { PolicyDocument } from "./policy.ts";
import type { RoleDefinition } from "./roles.ts";
import type { TableProperties } from "./table-properties.ts";

/** Roles and a table in the shape of the template, for the tests of this folder. */
export const region = "eu-central-1";
export const account = "111111111111";
export const table = "digihulp-loans";
export const monthIndex = "by-month";
export const tableArn = `arn:aws:dynamodb:${region}:${account}:table/${table}`;
export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

export const reading = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
export const writing = [
  ...reading,
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
];

export const policy = (...statements: Record<string, unknown>[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: statements,
});

export const lambdaTrust = policy({
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal: { Service: "lambda.amazonaws.com" },
});

/** A function's own role: no table rights, only the data roles it may become. */
export const functionRole = (name: string, dataRoles: string[]): RoleDefinition => ({
  arn: roleArn(name),
  trust: lambdaTrust,
  policies: [
    policy({
      Effect: "Allow",
      Action: ["sts:AssumeRole", "sts:TagSession"],
      Resource: dataRoles.map(roleArn),
    }),
    policy({ Effect: "Allow", Action: "logs:PutLogEvents", Resource: "*" }),
  ],
});

export const scopeTrust = (trusted: string, scopes: string): PolicyDocument =>
  policy({
    Effect: "Allow",
    Action: ["sts:AssumeRole", "sts:TagSession"],
    Principal: { AWS: roleArn(trusted) },
    Condition: {
      StringLike: { "aws:RequestTag/scope": scopes },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["scope"] },
      Null: { "aws:RequestTag/scope": "false" },
    },
  });

export const ownKeys = {
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["${aws:PrincipalTag/scope}#*"] },
  Null: { "dynamodb:LeadingKeys": "false" },
};

export const tableRights = (
  actions: string[],
  condition: Record<string, unknown> = ownKeys,
): PolicyDocument =>
  policy({
    Effect: "Allow",
    Action: actions,
    Resource: [tableArn, `${tableArn}/index/*`],
    Condition: condition,
  });

export const tenantRole = (
  name: string,
  actions: string[],
  condition?: Record<string, unknown>,
): RoleDefinition => ({
  arn: roleArn(name),
  trust: scopeTrust("loans-function", "*.*"),
  policies: [tableRights(actions, condition)],
});

export const loansTable: TableProperties = {
  TableName: table,
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  AttributeDefinitions: [
    { AttributeName: "pk", AttributeType: "S" },
    { AttributeName: "sk", AttributeType: "S" },
    { AttributeName: "month", AttributeType: "S" },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: monthIndex,
      KeySchema: [
        { AttributeName: "month", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "ALL" },
    },
  ],
  BillingMode: "PAY_PER_REQUEST",
  StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
  TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
  Replicas: [
    { Region: region, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  ],
};
