import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  PutItemCommand,
  QueryCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { directly } from "./clients.ts";
import { startDatabase, type Database } from "./database.ts";
import * as f from "./fixture.ts";
import { createTables, type TableProperties } from "./tables.ts";

let database: Database;
let client: DynamoDBClient;

beforeAll(async () => {
  database = await startDatabase({});
  client = directly(database.endpoint);
}, 60_000);

afterAll(async () => {
  client.destroy();
  await database.stop();
});

const named = (TableName: string, change: Record<string, unknown> = {}): TableProperties => ({
  ...f.loansTable,
  TableName,
  ...change,
});
const ensure = (table: TableProperties) => createTables(database.endpoint, [table]);
const describeTable = async (TableName: string) =>
  (await client.send(new DescribeTableCommand({ TableName }))).Table;

it("creates a table as the template describes it", async () => {
  const created = await ensure(named("whole"));
  const stored = await describeTable("whole");
  expect(stored).toMatchObject({
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
    GlobalSecondaryIndexes: [{ IndexName: f.monthIndex, Projection: { ProjectionType: "ALL" } }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  });
  expect(created).toEqual(new Map([["whole", { streamArn: stored?.LatestStreamArn }]]));
  const expiry = await client.send(new DescribeTimeToLiveCommand({ TableName: "whole" }));
  expect(expiry.TimeToLiveDescription).toMatchObject({
    AttributeName: "expiresAt",
    TimeToLiveStatus: "ENABLED",
  });
});

it("creates a table without stream, index or expiry", async () => {
  const plain = {
    TableName: "plain",
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  };
  expect(await ensure(plain)).toEqual(new Map([["plain", { streamArn: undefined }]]));
});

it("leaves an equal table alone", async () => {
  const first = await ensure(named("again"));
  await client.send(
    new PutItemCommand({ TableName: "again", Item: { pk: { S: "a" }, sk: { S: "b" } } }),
  );
  expect(await ensure(named("again"))).toEqual(first);
  expect((await describeTable("again"))?.ItemCount).toBe(1);
});

it("adds a new index to a table in use, filled with what is there", async () => {
  const { GlobalSecondaryIndexes: _, ...bare } = named("grown", {
    AttributeDefinitions: [
      { AttributeName: "pk", AttributeType: "S" },
      { AttributeName: "sk", AttributeType: "S" },
    ],
  });
  await ensure(bare);
  const Item = { pk: { S: "a" }, sk: { S: "b" }, month: { S: "2026-11" } };
  await client.send(new PutItemCommand({ TableName: "grown", Item }));
  await ensure(named("grown"));
  const found = await client.send(
    new QueryCommand({
      TableName: "grown",
      IndexName: f.monthIndex,
      KeyConditionExpression: "#m = :m",
      ExpressionAttributeNames: { "#m": "month" },
      ExpressionAttributeValues: { ":m": { S: "2026-11" } },
    }),
  );
  expect(found.Items).toEqual([Item]);
});

it("starts the stream that a stored table lacks", async () => {
  await ensure(named("quiet", { StreamSpecification: undefined }));
  const after = await ensure(named("quiet"));
  expect(after.get("quiet")?.streamArn).toContain("/stream/");
});

const keyed = (name: string) => [
  { AttributeName: name, KeyType: "HASH" },
  { AttributeName: "sk", KeyType: "RANGE" },
];
const index = (change: Record<string, unknown>) => [
  {
    IndexName: f.monthIndex,
    KeySchema: keyed("month"),
    Projection: { ProjectionType: "ALL" },
    ...change,
  },
];

it.each([
  ["other keys", { KeySchema: keyed("month") }],
  [
    "keys of another type",
    {
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "sk", AttributeType: "N" },
        { AttributeName: "month", AttributeType: "S" },
      ],
    },
  ],
  ["another stream", { StreamSpecification: { StreamViewType: "NEW_IMAGE" } }],
  ["other indexes", { GlobalSecondaryIndexes: undefined }],
  ["other indexes", { GlobalSecondaryIndexes: index({ KeySchema: keyed("pk") }) }],
  [
    "other indexes",
    { GlobalSecondaryIndexes: index({ Projection: { ProjectionType: "KEYS_ONLY" } }) },
  ],
  ["other indexes", { LocalSecondaryIndexes: index({ IndexName: "local" }) }],
])("refuses %s in a stored table and changes nothing", async (what, change) => {
  const name = `kept-${what.replaceAll(" ", "-")}`;
  await ensure(named(name));
  const before = await describeTable(name);
  await expect(ensure(named(name, change))).rejects.toThrow(`${name} has ${what}`);
  expect(await describeTable(name)).toEqual(before);
});

it.each([
  [{ TableName: { Ref: "Table" } }, "TableName"],
  [{ StreamSpecification: { StreamViewType: "EVERYTHING" } }, "EVERYTHING"],
])("refuses properties it cannot read: %o", async (change, message) => {
  await expect(ensure(named("odd", change))).rejects.toThrow(message);
});
