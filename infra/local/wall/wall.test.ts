import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  ExecuteStatementCommand,
  ExecuteTransactionCommand,
  BatchExecuteStatementCommand,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  UpdateTableCommand,
  type DynamoDBClient,
  type TransactWriteItem,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directly, dynamo, within } from "./clients.ts";
import { startDatabase, type Database } from "./database.ts";
import * as f from "./fixture.ts";
import { createTables } from "./tables.ts";
import { startWall, type Wall, type WallCall } from "./wall.ts";

const own = "leie-schelde.deinze";
const other = "leie-schelde.gavere";
const TableName = f.table;
const key = (scope: string, sk = "device-1") => ({ pk: { S: `${scope}#devices` }, sk: { S: sk } });
const item = (scope: string, sk = "device-1") => ({ ...key(scope, sk), name: { S: scope } });

let database: Database;
let wall: Wall;
let tenant: DynamoDBClient;
let reader: DynamoDBClient;
const calls: WallCall[] = [];

beforeAll(async () => {
  database = await startDatabase({});
  await createTables(database.endpoint, [f.loansTable]);
  wall = await startWall({
    database: database.endpoint,
    region: f.region,
    account: f.account,
    roles: [
      f.functionRole("loans-function", ["loans-tenant", "loans-reader", "loans-loader"]),
      f.tenantRole("loans-tenant", f.writing),
      f.tenantRole("loans-reader", f.reading),
      f.tenantRole("loans-loader", [...f.writing, "dynamodb:BatchWriteItem", "dynamodb:Scan"]),
    ],
  });
  const straight = directly(database.endpoint);
  for (const scope of [own, other, "leie-schelde.deinze-zuid"]) {
    const Item = { ...item(scope), month: { S: `${scope}#2026-11` } };
    await straight.send(new PutItemCommand({ TableName, Item }));
  }
  straight.destroy();
  wall.onCall((call) => calls.push(call));
  tenant = await within(wall, "loans-tenant", own);
  reader = await within(wall, "loans-reader", own);
}, 60_000);

afterAll(async () => {
  await wall.stop();
  await database.stop();
});

const query = (input: Record<string, unknown>, scope: string, index?: string) =>
  new QueryCommand({
    TableName,
    IndexName: index,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: `${scope}#devices` } },
    ...input,
  });

const monthQuery = (scope: string) =>
  query(
    {
      KeyConditionExpression: "#m = :m AND begins_with(sk, :d)",
      ExpressionAttributeNames: { "#m": "month" },
      ExpressionAttributeValues: { ":m": { S: `${scope}#2026-11` }, ":d": { S: "device" } },
    },
    scope,
    f.monthIndex,
  );

const put = (scope: string, sk = "device-2"): TransactWriteItem => ({
  Put: { TableName, Item: item(scope, sk) },
});
const check = (scope: string): TransactWriteItem => ({
  ConditionCheck: {
    TableName,
    Key: key(scope),
    ConditionExpression: "attribute_exists(pk)",
  },
});
const transaction = (...TransactItems: TransactWriteItem[]) =>
  new TransactWriteItemsCommand({ TransactItems });
const together = (...scopes: string[]) =>
  new TransactGetItemsCommand({
    TransactItems: scopes.map((scope) => ({ Get: { TableName, Key: key(scope) } })),
  });
const batch = (...scopes: string[]) =>
  new BatchGetItemCommand({
    RequestItems: { [TableName]: { Keys: scopes.map((scope) => key(scope)) } },
  });

const both = { ":own": { S: `${own}#devices` }, ":other": { S: `${other}#devices` } };

describe("a tenant's data role allows", () => {
  const allowed: [string, () => Promise<unknown>][] = [
    ["reading an own item", () => tenant.send(new GetItemCommand({ TableName, Key: key(own) }))],
    [
      "writing an own item",
      () => tenant.send(new PutItemCommand({ TableName, Item: item(own, "device-9") })),
    ],
    [
      "changing an own item",
      () => tenant.send(new UpdateItemCommand({ TableName, Key: key(own, "device-8") })),
    ],
    [
      "deleting an own item",
      () => tenant.send(new DeleteItemCommand({ TableName, Key: key(own, "x") })),
    ],
    ["querying own items", () => tenant.send(query({}, own))],
    [
      "a query with names, and the sort key first",
      () =>
        tenant.send(
          query(
            {
              KeyConditionExpression: "sk BETWEEN :a AND :z AND #p = :own",
              ExpressionAttributeNames: { "#p": "pk" },
              ExpressionAttributeValues: {
                ":own": both[":own"],
                ":a": { S: "a" },
                ":z": { S: "z" },
              },
            },
            own,
          ),
        ),
    ],
    [
      "a query with reversed operands",
      () => tenant.send(query({ KeyConditionExpression: ":pk = pk" }, own)),
    ],
    ["a query of an index", () => tenant.send(monthQuery(own))],
    ["a batch of own keys", () => tenant.send(batch(own))],
    ["a transaction with a check", () => tenant.send(transaction(put(own), check(own)))],
    ["a reading transaction", () => tenant.send(together(own))],
    [
      "the table by its own ARN",
      () => tenant.send(new GetItemCommand({ TableName: f.tableArn, Key: key(own) })),
    ],
  ];
  it.each(allowed)("%s", async (_, run) => {
    await expect(run()).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });

  it("and answers with what is stored", async () => {
    const read = await tenant.send(new GetItemCommand({ TableName, Key: key(own) }));
    expect(read.Item?.["name"]?.S).toBe(own);
    const found = await tenant.send(monthQuery(own));
    expect(found.Items?.map(({ name }) => name?.S)).toEqual([own]);
  });
});

describe("a tenant's data role refuses", () => {
  const refused: [string, () => Promise<unknown>][] = [
    ["a foreign item", () => tenant.send(new GetItemCommand({ TableName, Key: key(other) }))],
    [
      "a tenant whose name starts alike",
      () => tenant.send(new GetItemCommand({ TableName, Key: key(`${own}-zuid`) })),
    ],
    ["a foreign write", () => tenant.send(new PutItemCommand({ TableName, Item: item(other) }))],
    ["a foreign change", () => tenant.send(new UpdateItemCommand({ TableName, Key: key(other) }))],
    [
      "a foreign deletion",
      () => tenant.send(new DeleteItemCommand({ TableName, Key: key(other) })),
    ],
    ["a foreign query", () => tenant.send(query({}, other))],
    [
      "a foreign query with an own sort key as bait",
      () =>
        tenant.send(
          query(
            {
              KeyConditionExpression: "sk = :own AND pk = :other",
              ExpressionAttributeValues: both,
            },
            own,
          ),
        ),
    ],
    [
      "a foreign query behind a name",
      () =>
        tenant.send(
          query(
            {
              KeyConditionExpression: "#pk = :other",
              ExpressionAttributeNames: { "#pk": "pk" },
              ExpressionAttributeValues: { ":other": both[":other"] },
            },
            own,
          ),
        ),
    ],
    ["an index query by a foreign key", () => tenant.send(monthQuery(other))],
    [
      "an index query by an own table key",
      () => tenant.send(query({ KeyConditionExpression: "pk = :pk" }, own, f.monthIndex)),
    ],
    ["a batch with one foreign key", () => tenant.send(batch(own, other))],
    ["a reading transaction with one foreign key", () => tenant.send(together(own, other))],
    ["a transaction with one foreign item", () => tenant.send(transaction(put(own), put(other)))],
    [
      "a transaction that checks a foreign item",
      () => tenant.send(transaction(put(own), check(other))),
    ],
    [
      "the table's namesake in another region",
      () =>
        tenant.send(
          new GetItemCommand({
            TableName: f.tableArn.replace(f.region, "eu-west-1"),
            Key: key(own),
          }),
        ),
    ],
    [
      "another table",
      () => tenant.send(new GetItemCommand({ TableName: "digihulp-agenda", Key: key(own) })),
    ],
    ["Scan of the table", () => tenant.send(new ScanCommand({ TableName }))],
    [
      "Scan of an index",
      () => tenant.send(new ScanCommand({ TableName, IndexName: f.monthIndex })),
    ],
    [
      "a batch write that is not listed",
      () =>
        tenant.send(
          new BatchWriteItemCommand({
            RequestItems: { [TableName]: [{ PutRequest: { Item: item(own) } }] },
          }),
        ),
    ],
    [
      "PartiQL reading",
      () => tenant.send(new ExecuteStatementCommand({ Statement: `SELECT * FROM "${TableName}"` })),
    ],
    [
      "PartiQL writing",
      () =>
        tenant.send(
          new ExecuteStatementCommand({
            Statement: `DELETE FROM "${TableName}" WHERE pk='${own}#devices' AND sk='x'`,
          }),
        ),
    ],
    [
      "PartiQL in a batch",
      () =>
        tenant.send(
          new BatchExecuteStatementCommand({
            Statements: [{ Statement: `SELECT * FROM "${TableName}" WHERE pk='x' AND sk='y'` }],
          }),
        ),
    ],
    [
      "PartiQL in a transaction",
      () =>
        tenant.send(
          new ExecuteTransactionCommand({
            TransactStatements: [{ Statement: `SELECT * FROM "${TableName}"` }],
          }),
        ),
    ],
    ["DescribeTable", () => tenant.send(new DescribeTableCommand({ TableName }))],
    ["ListTables", () => tenant.send(new ListTablesCommand({}))],
    ["DeleteTable", () => tenant.send(new DeleteTableCommand({ TableName }))],
    [
      "UpdateTable",
      () => tenant.send(new UpdateTableCommand({ TableName, BillingMode: "PAY_PER_REQUEST" })),
    ],
    [
      "CreateTable",
      () =>
        tenant.send(
          new CreateTableCommand({
            TableName: "mine",
            KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
            AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
            BillingMode: "PAY_PER_REQUEST",
          }),
        ),
    ],
  ];
  it.each(refused)("%s", async (_, run) => {
    await expect(run()).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringContaining(
        `User: arn:aws:sts::${f.account}:assumed-role/loans-tenant/request-1 is not authorized to perform: dynamodb:`,
      ),
    });
  });

  it("a query whose key it cannot read for certain", async () => {
    const odd = query({ KeyConditionExpression: "pk = :pk AND NOT sk = :pk" }, own);
    await expect(tenant.send(odd)).rejects.toThrow("not authorized");
  });

  it("in AWS's words, with the table as resource", async () => {
    const foreign = new GetItemCommand({ TableName, Key: key(other) });
    await expect(tenant.send(foreign)).rejects.toThrow(
      `perform: dynamodb:GetItem on resource: ${f.tableArn} because no identity-based policy allows the dynamodb:GetItem action`,
    );
    await expect(tenant.send(monthQuery(other))).rejects.toThrow(
      `${f.tableArn}/index/${f.monthIndex}`,
    );
  });
});

describe("other roles", () => {
  it("let a reader read and refuse every write", async () => {
    await reader.send(new GetItemCommand({ TableName, Key: key(own) }));
    const single = new PutItemCommand({ TableName, Item: item(own) });
    await expect(reader.send(single)).rejects.toThrow("not authorized");
    for (const one of [put(own), check(own)]) {
      await expect(reader.send(transaction(one))).rejects.toThrow("not authorized");
    }
  });

  it("let a loader write batches of its own scope, and still not Scan", async () => {
    const loader = await within(wall, "loans-loader", own);
    const write = (...scopes: string[]) =>
      new BatchWriteItemCommand({
        RequestItems: {
          [TableName]: scopes.map((scope) => ({ PutRequest: { Item: item(scope, "batch") } })),
        },
      });
    await loader.send(write(own));
    await expect(loader.send(write(own, other))).rejects.toThrow("not authorized");
    await expect(loader.send(new ScanCommand({ TableName }))).rejects.toThrow("not authorized");
  });

  it("give a function's own role no table at all", async () => {
    const bare = dynamo(wall.endpoint, wall.credentialsFor(f.roleArn("loans-function")));
    const read = new GetItemCommand({ TableName, Key: key(own) });
    await expect(bare.send(read)).rejects.toThrow("not authorized");
  });
});

describe("a call is reported", () => {
  it("once, with the keys and tags that decided it", async () => {
    calls.length = 0;
    await tenant.send(transaction(put(own, "device-7"), check(own)));
    await expect(tenant.send(batch(own, other))).rejects.toThrow("not authorized");
    expect(calls).toMatchObject([
      {
        action: "dynamodb:TransactWriteItems",
        role: f.roleArn("loans-tenant"),
        tags: { scope: own },
        keys: [`${own}#devices`],
        table: TableName,
        allowed: true,
        milliseconds: expect.any(Number),
      },
      {
        action: "dynamodb:BatchGetItem",
        keys: [`${own}#devices`, `${other}#devices`],
        allowed: false,
      },
    ]);
    expect(calls[0]).not.toHaveProperty("capacityUnits");
  });

  it("with the capacity units, when the caller asked for them", async () => {
    calls.length = 0;
    const ReturnConsumedCapacity = "TOTAL";
    const read = new GetItemCommand({ TableName, Key: key(own), ReturnConsumedCapacity });
    await tenant.send(read);
    const TransactItems = [put(own, "device-6")];
    await tenant.send(new TransactWriteItemsCommand({ TransactItems, ReturnConsumedCapacity }));
    expect(calls.map(({ capacityUnits }) => capacityUnits)).toEqual([0.5, 2]);
  });
});
