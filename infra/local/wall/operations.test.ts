import { describe, expect, it } from "vitest";
import { attributesOf, selectOf } from "./attributes.ts";
import { accessesOf } from "./operations.ts";
import { learnPartitionKeys } from "./partition-keys.ts";

const TableName = "loans";
const partitionKeys = async (_: string, index: string | undefined) =>
  index === undefined ? "pk" : { months: "month" }[index];

const read = async (operation: string, input: Record<string, unknown>) => {
  const accesses = await accessesOf(operation, input, partitionKeys);
  return accesses?.map(({ action, table, index, keys }) => ({ action, table, index, keys }));
};
const one = (action: string, keys: string[] | undefined, table = TableName) => ({
  action,
  table,
  index: undefined,
  keys,
});
const Key = (scope: string) => ({ pk: { S: scope }, sk: { S: "1" } });

describe("what a request does", () => {
  it("is one action per item of a transaction, each on its own key", async () => {
    const TransactItems = [
      { Put: { TableName, Item: Key("a") } },
      { Update: { TableName, Key: Key("b") } },
      { Delete: { TableName: "other", Key: Key("c") } },
      { ConditionCheck: { TableName, Key: Key("d") } },
    ];
    expect(await read("TransactWriteItems", { TransactItems })).toEqual([
      one("PutItem", ["a"]),
      one("UpdateItem", ["b"]),
      one("DeleteItem", ["c"], "other"),
      one("ConditionCheckItem", ["d"]),
    ]);
  });

  it("is one action per table of a batch, on all its keys", async () => {
    const RequestItems = {
      loans: [{ PutRequest: { Item: Key("b") } }, { DeleteRequest: { Key: Key("a") } }],
      other: [{ DeleteRequest: { Key: Key("c") } }],
    };
    expect(await read("BatchWriteItem", { RequestItems })).toEqual([
      one("BatchWriteItem", ["a", "b"]),
      one("BatchWriteItem", ["c"], "other"),
    ]);
  });

  it("has no certain keys when one of a batch is not clear", async () => {
    const Keys = [Key("a"), { pk: { N: "1" } }];
    expect(await read("BatchGetItem", { RequestItems: { loans: { Keys } } })).toEqual([
      one("BatchGetItem", undefined),
    ]);
  });

  it("is not judged by a bait that the database ignores", async () => {
    const PutRequest = { Key: Key("bait"), Item: Key("real") };
    const RequestItems = { loans: [{ PutRequest }] };
    expect(await read("BatchWriteItem", { RequestItems })).toEqual([
      one("BatchWriteItem", ["real"]),
    ]);
    const input = { TableName, Key: Key("real"), Item: Key("bait") };
    expect(await read("UpdateItem", input)).toEqual([one("UpdateItem", ["real"])]);
  });

  it("follows the key of the index it queries", async () => {
    const input = {
      TableName,
      IndexName: "months",
      KeyConditionExpression: "pk = :a AND #m = :b",
      ExpressionAttributeNames: { "#m": "month" },
      ExpressionAttributeValues: { ":a": { S: "bait" }, ":b": { S: "real" } },
    };
    const [access] = (await read("Query", input)) ?? [];
    expect(access).toMatchObject({ index: "months", keys: ["real"] });
    const [unknown] = (await read("Query", { ...input, IndexName: "years" })) ?? [];
    expect(unknown).toMatchObject({ index: "years", keys: undefined });
  });

  it.each([
    ["Scan", { TableName }],
    ["ExecuteStatement", { Statement: "SELECT * FROM loans" }],
    ["TransactWriteItems", { TransactItems: [] }],
    ["TransactWriteItems", { TransactItems: [{ Upsert: { TableName, Key: Key("a") } }] }],
    ["TransactWriteItems", { TransactItems: [{ Put: { Item: Key("a") } }] }],
    ["BatchGetItem", { RequestItems: {} }],
    ["GetItem", { Key: Key("a") }],
    ["Query", { TableName, IndexName: 5 }],
    ["constructor", { TableName }],
  ])("is nothing that can be allowed: %s %o", async (operation, input) => {
    expect(await read(operation, input)).toBeUndefined();
  });
});

describe("key schemas", () => {
  const hash = (name: string) => [{ AttributeName: name, KeyType: "HASH" }];

  it("are asked for once, and again for an index that is new", async () => {
    const asked: string[] = [];
    const indexes = [{ IndexName: "months", KeySchema: hash("month") }];
    const learn = learnPartitionKeys(async (table) => {
      asked.push(table);
      const GlobalSecondaryIndexes = asked.length > 1 ? indexes : undefined;
      return { Table: { KeySchema: hash("pk"), GlobalSecondaryIndexes } };
    });
    expect(await learn("loans", undefined)).toBe("pk");
    expect(await learn("loans", undefined)).toBe("pk");
    expect(asked).toHaveLength(1);
    expect(await learn("loans", "months")).toBe("month");
    expect(await learn("loans", "months")).toBe("month");
    expect(asked).toHaveLength(2);
  });

  it("are not remembered for a table that is not there yet", async () => {
    const answers: unknown[] = [
      { __type: "ResourceNotFound" },
      { Table: { KeySchema: hash("id") } },
    ];
    const learn = learnPartitionKeys(async () => answers.shift());
    expect(await learn("loans", undefined)).toBeUndefined();
    expect(await learn("loans", undefined)).toBe("id");
  });

  it("with several partition key attributes name no single key", async () => {
    const KeySchema = [...hash("a"), ...hash("b")];
    const learn = learnPartitionKeys(async () => ({ Table: { KeySchema } }));
    expect(await learn("loans", undefined)).toBeUndefined();
  });
});

describe("the attributes a request touches", () => {
  it.each([
    [{ ProjectionExpression: "pk, #n.street, tags[0].a" }, ["name", "pk", "tags"]],
    [{ KeyConditionExpression: "pk = :v AND begins_with(sk, :v)" }, ["pk", "sk"]],
    [{ FilterExpression: "NOT (size(#n)>:v OR a IN (:v,b))" }, ["a", "b", "name"]],
    [{ ConditionExpression: "attribute_not_exists(pk)" }, ["pk"]],
    [
      { UpdateExpression: "SET a=b-:v, #n=if_not_exists(c,:v) REMOVE d" },
      ["a", "b", "c", "d", "name"],
    ],
    [{ Key: { pk: {} }, AttributesToGet: ["sk"] }, ["pk", "sk"]],
    [{ Item: { pk: {}, extra: {} }, Expected: { old: {} } }, ["extra", "old", "pk"]],
  ])("%o", (input, expected) => {
    const found = attributesOf({ ...input, ExpressionAttributeNames: { "#n": "name" } });
    expect([...new Set(found)].sort()).toEqual(expected);
  });

  it("are all of them when a read names none", () => {
    expect(selectOf({})).toBe("ALL_ATTRIBUTES");
    expect(selectOf({ IndexName: "months" })).toBe("ALL_PROJECTED_ATTRIBUTES");
    expect(selectOf({ Select: "COUNT" })).toBe("COUNT");
    expect(selectOf({ ProjectionExpression: "pk" })).toBe("SPECIFIC_ATTRIBUTES");
  });
});
