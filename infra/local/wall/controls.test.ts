import {
  BatchGetItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { assume, directly, dynamo, within } from "./clients.ts";
import { startDatabase, type Database } from "./database.ts";
import * as f from "./fixture.ts";
import { createTables } from "./tables.ts";
import { startWall, type Wall } from "./wall.ts";

// Each role lacks one line of the real policy. If one of these reads is refused, something other
// than that line does the refusing, and the tests of the wall prove nothing.
const own = "leie-schelde.deinze";
const other = "leie-schelde.gavere";
const TableName = f.table;
const leading = (pattern: string) => ({
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [pattern] },
});
const present = { Null: { "dynamodb:LeadingKeys": "false" } };
const card = {
  ...f.ownKeys,
  "ForAllValues:StringEquals": { "dynamodb:Attributes": ["pk", "sk", "name"] },
  StringEquals: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
};

/** A data role whose trust policy asks for no scope. */
const untagged = (name: string, condition: Record<string, unknown>) => ({
  arn: f.roleArn(name),
  trust: f.policy({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { AWS: f.roleArn("loans-function") },
  }),
  policies: [f.tableRights(f.reading, condition)],
});

let database: Database;
let wall: Wall;

beforeAll(async () => {
  database = await startDatabase({});
  await createTables(database.endpoint, [f.loansTable]);
  const names = [
    "whole",
    "keyless",
    "open-ended",
    "guardless",
    "untagged",
    "untagged-keyless",
    "card",
    "card-without-select",
  ];
  wall = await startWall({
    database: database.endpoint,
    region: f.region,
    account: f.account,
    roles: [
      f.functionRole("loans-function", names),
      f.tenantRole("whole", f.reading),
      f.tenantRole("keyless", f.reading, present),
      f.tenantRole("open-ended", f.reading, {
        ...leading("${aws:PrincipalTag/scope}*"),
        ...present,
      }),
      f.tenantRole("guardless", f.reading, leading("${aws:PrincipalTag/scope}#*")),
      untagged("untagged", f.ownKeys),
      untagged("untagged-keyless", present),
      f.tenantRole("card", f.reading, card),
      f.tenantRole("card-without-select", f.reading, { ...card, StringEquals: undefined }),
    ].map((role) => JSON.parse(JSON.stringify(role))),
  });
  const straight = directly(database.endpoint);
  for (const scope of [own, other, `${own}-zuid`]) {
    const Item = { ...key(scope), name: { S: scope }, needs: { S: "private" } };
    await straight.send(new PutItemCommand({ TableName, Item }));
  }
  straight.destroy();
}, 60_000);

afterAll(async () => {
  await wall.stop();
  await database.stop();
});

const key = (scope: string) => ({ pk: { S: `${scope}#devices` }, sk: { S: "device-1" } });

async function nameRead(role: string, scope: string): Promise<string | undefined> {
  const client = await within(wall, role, own);
  try {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: key(scope) }));
    return Item?.["name"]?.S;
  } finally {
    client.destroy();
  }
}

const refused = { name: "AccessDeniedException" };

it("without the condition on leading keys, a foreign read passes", async () => {
  await expect(nameRead("whole", other)).rejects.toMatchObject(refused);
  await expect(nameRead("keyless", other)).resolves.toBe(other);
});

it("without the closing #, Deinze reads Deinze-Zuid", async () => {
  await expect(nameRead("whole", `${own}-zuid`)).rejects.toMatchObject(refused);
  await expect(nameRead("open-ended", `${own}-zuid`)).resolves.toBe(`${own}-zuid`);
  await expect(nameRead("open-ended", other)).rejects.toMatchObject(refused);
});

it("without the Null guard, a query whose key the wall cannot read passes", async () => {
  const query = new QueryCommand({
    TableName,
    KeyConditions: {
      pk: { ComparisonOperator: "EQ", AttributeValueList: [{ S: `${other}#devices` }] },
    },
  });
  const whole = await within(wall, "whole", own);
  await expect(whole.send(query)).rejects.toMatchObject(refused);
  const guardless = await within(wall, "guardless", own);
  const { Items } = await guardless.send(query);
  expect(Items?.map(({ name }) => name?.S)).toEqual([other]);
});

it("without a scope nothing is read, unless the condition on leading keys is missing too", async () => {
  const read = new GetItemCommand({ TableName, Key: key(own) });
  const session = async (role: string) =>
    dynamo(wall.endpoint, await assume(wall, ["loans-function", role], []));
  await expect((await session("untagged")).send(read)).rejects.toMatchObject(refused);
  await expect((await session("untagged-keyless")).send(read)).resolves.toHaveProperty("Item");
});

it("a role limited to some attributes reads those and no others", async () => {
  const client = await within(wall, "card", own);
  const read = (ProjectionExpression?: string) =>
    new GetItemCommand({
      TableName,
      Key: key(own),
      ...(ProjectionExpression !== undefined && {
        ProjectionExpression,
        ExpressionAttributeNames: { "#name": "name", "#needs": "needs" },
      }),
    });
  const { Item } = await client.send(
    new GetItemCommand({
      TableName,
      Key: key(own),
      ProjectionExpression: "#name",
      ExpressionAttributeNames: { "#name": "name" },
    }),
  );
  expect(Item).toEqual({ name: { S: own } });
  await expect(client.send(read("#name, #needs"))).rejects.toMatchObject(refused);
  await expect(client.send(read())).rejects.toMatchObject(refused);
  await expect(nameRead("card-without-select", own)).resolves.toBe(own);
});

it("a batch names its attributes per table", async () => {
  const client = await within(wall, "card", own);
  const batch = (ProjectionExpression: string) =>
    new BatchGetItemCommand({
      RequestItems: {
        [TableName]: {
          Keys: [key(own)],
          ProjectionExpression,
          ExpressionAttributeNames: { "#name": "name" },
        },
      },
    });
  await client.send(batch("pk, #name"));
  await expect(client.send(batch("pk, #name, needs"))).rejects.toMatchObject(refused);
});
