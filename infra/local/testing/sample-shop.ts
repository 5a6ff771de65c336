import { createRequire } from "node:module";
import type { JsonObject } from "../json.ts";
import type { SampleApp, SampleTemplate } from "./assembly.ts";
import { siteTemplate } from "./sample-site.ts";

const lambdaTrust = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: "lambda.amazonaws.com" },
    },
  ],
};

const tableRights = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
      Resource: { "Fn::GetAtt": ["Table", "Arn"] },
    },
  ],
};

const role = (policies: JsonObject[]) => ({
  Type: "AWS::IAM::Role",
  Properties: {
    AssumeRolePolicyDocument: lambdaTrust,
    Policies: policies.map((PolicyDocument, index) => ({
      PolicyName: `p${index}`,
      PolicyDocument,
    })),
  },
});

const lambda = (hash: string) => ({
  Type: "AWS::Lambda::Function",
  Properties: {
    Runtime: "nodejs24.x",
    Handler: "index.handler",
    Code: { S3Bucket: "assets", S3Key: `${hash}.zip` },
    Role: { "Fn::GetAtt": ["Role", "Arn"] },
    Timeout: 5,
    MemorySize: 256,
    Environment: {
      Variables: {
        TABLE_NAME: { Ref: "Table" },
        SITE_ORIGIN: { "Fn::Join": ["", ["https://", { "Fn::ImportValue": "site:Domain" }]] },
        SDK: createRequire(import.meta.url).resolve("@aws-sdk/client-dynamodb"),
      },
    },
  },
});

const route = (key: string) => ({
  Type: "AWS::ApiGatewayV2::Route",
  Properties: {
    ApiId: { "Fn::ImportValue": "site:ApiId" },
    AuthorizationType: "NONE",
    RouteKey: key,
    Target: { "Fn::Join": ["", ["integrations/", { Ref: "Integration" }]] },
  },
});

const table = {
  AttributeDefinitions: [
    { AttributeName: "pk", AttributeType: "S" },
    { AttributeName: "sk", AttributeType: "S" },
  ],
  BillingMode: "PAY_PER_REQUEST",
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  Replicas: [{ Region: "eu-central-1" }],
  StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
};

const mapping = {
  EventSourceArn: { "Fn::GetAtt": ["Table", "StreamArn"] },
  FunctionName: { Ref: "Projector" },
  StartingPosition: "TRIM_HORIZON",
  BatchSize: 10,
  BisectBatchOnFunctionError: true,
  MaximumRetryAttempts: 1,
  FunctionResponseTypes: ["ReportBatchItemFailures"],
  DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": ["DeadLetters", "Arn"] } } },
  FilterCriteria: {
    Filters: [
      { Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"type":{"S":["event"]}}}}' },
    ],
  },
};

const schedule = {
  FlexibleTimeWindow: { Mode: "OFF" },
  ScheduleExpression: "cron(30 2 * * ? *)",
  ScheduleExpressionTimezone: "Europe/Brussels",
  State: "ENABLED",
  Target: {
    Arn: { "Fn::GetAtt": ["Web", "Arn"] },
    RoleArn: { "Fn::GetAtt": ["Role", "Arn"] },
    Input: '{"job":"tidy"}',
  },
};

function shopTemplate(): SampleTemplate {
  return structuredClone({
    Resources: {
      Table: { Type: "AWS::DynamoDB::GlobalTable", Properties: table },
      Role: role([tableRights]),
      Web: lambda("0eb"),
      Projector: lambda("9409"),
      Integration: {
        Type: "AWS::ApiGatewayV2::Integration",
        Properties: {
          ApiId: { "Fn::ImportValue": "site:ApiId" },
          IntegrationType: "AWS_PROXY",
          IntegrationUri: { "Fn::GetAtt": ["Web", "Arn"] },
          PayloadFormatVersion: "2.0",
        },
      },
      AgendaRoute: route("ANY /agenda"),
      ItemRoute: route("ANY /items/{id}"),
      DeadLetters: { Type: "AWS::SQS::Queue", Properties: {} },
      Mapping: { Type: "AWS::Lambda::EventSourceMapping", Properties: mapping },
      Nightly: { Type: "AWS::Scheduler::Schedule", Properties: schedule },
    },
    Outputs: { AfterDeploy10Load: { Value: { Ref: "Web" } } },
  });
}

/** Answers a page, reads and writes items, and does a job, by what the event looks like. */
const WEB = `
const { DynamoDBClient, GetItemCommand, PutItemCommand } = require(process.env.SDK);
const client = new DynamoDBClient({ maxAttempts: 1 });
const TableName = process.env.TABLE_NAME;
const put = (Item) => client.send(new PutItemCommand({ TableName, Item }));
const find = async (pk) => (await client.send(new GetItemCommand({
  TableName, Key: { pk: { S: pk }, sk: { S: 'state' } }, ConsistentRead: true,
}))).Item;
exports.handler = async (event) => {
  if (event.job) { await put({ pk: { S: event.job }, sk: { S: 'state' } }); return event; }
  if (!event.requestContext) { await put({ pk: { S: 'loaded' }, sk: { S: 'state' } }); return 'loaded'; }
  if (event.rawPath === '/agenda') {
    return {
      statusCode: 200,
      headers: { 'content-type': 'text/html', 'cache-control': 'public, max-age=60', 'x-powered-by': 'x' },
      body: JSON.stringify({ at: Date.now(), origin: process.env.SITE_ORIGIN, edge: event.headers['x-edge'] }),
    };
  }
  const { id } = event.pathParameters;
  if (event.requestContext.http.method === 'POST') {
    await put({ pk: { S: id }, sk: { S: 'event' }, type: { S: 'event' } });
    return { statusCode: 201 };
  }
  const item = await find(id);
  return { statusCode: item ? 200 : 404, body: JSON.stringify(item ?? null) };
};
`;

/** Writes down each event it sees; the one called bad it cannot take. */
const PROJECTOR = `
const { DynamoDBClient, PutItemCommand } = require(process.env.SDK);
const client = new DynamoDBClient({ maxAttempts: 1 });
exports.handler = async ({ Records }) => {
  for (const { dynamodb } of Records) {
    const pk = dynamodb.Keys.pk.S;
    if (pk === 'bad') throw new Error('cannot take it');
    await client.send(new PutItemCommand({
      TableName: process.env.TABLE_NAME, Item: { pk: { S: 'seen-' + pk }, sk: { S: 'state' } },
    }));
  }
};
`;

/** A small app with one of everything that runs locally. */
export function sampleApp(): SampleApp {
  return {
    templates: { site: siteTemplate(), shop: shopTemplate() },
    assets: {
      f11e5: {
        "static/site.3f2a.css": `body { color: black }\n${"/* wide */\n".repeat(200)}`,
        "static/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
      "0eb": { "index.cjs": WEB },
      "9409": { "index.cjs": PROJECTOR },
    },
  };
}
