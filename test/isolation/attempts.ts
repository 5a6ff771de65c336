import { isObject, type JsonObject } from "../../infra/local/json.ts";
import type { TableDefinition } from "../../infra/local/template/tables.ts";

/** One call that nobody may make, and what it would do, after "could". */
export type Attempt = {
  readonly does: string;
  readonly operation: string;
  readonly input: JsonObject;
};

export type Index = { readonly name: string; readonly partition: string };
/** A table as the template describes it, as far as calls need it. */
export type Target = { readonly table: string; readonly indexes: readonly Index[] };
/** Two scopes: the one that a session is for, and another one. */
export type Scopes = { readonly own: string; readonly foreign: string };

const objects = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Whether anybody's rows may stand in an index: such an index lists its attributes. */
export const isPublicIndex = ({ name }: Index): boolean => name.startsWith("public");

export function targetOf(table: TableDefinition): Target {
  const indexes = objects(table["GlobalSecondaryIndexes"]).map((index) => ({
    name: String(index["IndexName"]),
    partition: String(objects(index["KeySchema"])[0]?.["AttributeName"]),
  }));
  return { table: table.TableName, indexes };
}

const keyIn = (scope: string): JsonObject => ({ pk: { S: `${scope}#probe` }, sk: { S: "probe" } });
const itemIn = keyIn;

export function query({ table }: Target, scope: string, index?: Index): JsonObject {
  return {
    TableName: table,
    ...(index ? { IndexName: index.name } : {}),
    KeyConditionExpression: "#key = :key",
    ExpressionAttributeNames: { "#key": index?.partition ?? "pk" },
    ExpressionAttributeValues: { ":key": { S: `${scope}#probe` } },
  };
}

/** A query in the form before expressions, whose key the wall does not read. */
const oldQuery = ({ table }: Target, scope: string): JsonObject => ({
  TableName: table,
  KeyConditions: {
    pk: { ComparisonOperator: "EQ", AttributeValueList: [{ S: `${scope}#probe` }] },
  },
});

const baitedQuery = ({ table }: Target, { own, foreign }: Scopes): JsonObject => ({
  TableName: table,
  KeyConditionExpression: "sk = :own AND pk = :foreign",
  ExpressionAttributeValues: {
    ":own": { S: `${own}#probe` },
    ":foreign": { S: `${foreign}#probe` },
  },
});

const get = (TableName: string, scope: string): JsonObject => ({ TableName, Key: keyIn(scope) });
const put = (TableName: string, scope: string): JsonObject => ({ TableName, Item: itemIn(scope) });

const batchGet = (table: string, ...scopes: string[]): JsonObject => ({
  RequestItems: { [table]: { Keys: scopes.map(keyIn) } },
});
/** A batch that asks for named attributes alone, as a data role for some attributes demands. */
const narrowGet = (table: string, attributes: string, ...scopes: string[]): JsonObject => ({
  RequestItems: { [table]: { Keys: scopes.map(keyIn), ProjectionExpression: attributes } },
});
const batchWrite = (table: string, ...scopes: string[]): JsonObject => ({
  RequestItems: { [table]: scopes.map((scope) => ({ PutRequest: { Item: itemIn(scope) } })) },
});
const check = (TableName: string, scope: string): JsonObject => ({
  ...get(TableName, scope),
  ConditionExpression: "attribute_not_exists(nothing)",
});

/** Every way to read one scope's rows with a session that is for another. */
export function foreignReads(target: Target, scopes: Scopes): Attempt[] {
  const { table, indexes } = target;
  const { own, foreign } = scopes;
  const does = `read ${foreign} in ${table}`;
  const reading = (operation: string, input: JsonObject, how = operation): Attempt => ({
    does: `${does} with ${how}`,
    operation,
    input,
  });
  return [
    reading("GetItem", get(table, foreign)),
    reading("Query", query(target, foreign)),
    reading("Query", baitedQuery(target, scopes), "a Query with its own key as bait"),
    reading("Query", oldQuery(target, foreign), "a Query in the old form"),
    reading("BatchGetItem", batchGet(table, own, foreign)),
    reading("BatchGetItem", narrowGet(table, "id", own, foreign), "a narrow BatchGetItem"),
    reading("TransactGetItems", {
      TransactItems: [{ Get: get(table, own) }, { Get: get(table, foreign) }],
    }),
    reading("TransactWriteItems", {
      TransactItems: [{ ConditionCheck: check(table, foreign) }],
    }),
    ...indexes.map((index) =>
      reading("Query", query(target, foreign, index), `a Query of ${index.name}`),
    ),
  ];
}

/** Every way to change one scope's rows with a session that is for another. */
export function foreignWrites({ table }: Target, { own, foreign }: Scopes): Attempt[] {
  const does = `write ${foreign} in ${table}`;
  const writing = (operation: string, input: JsonObject, how = operation): Attempt => ({
    does: `${does} with ${how}`,
    operation,
    input,
  });
  return [
    writing("PutItem", put(table, foreign)),
    writing("UpdateItem", get(table, foreign)),
    writing("DeleteItem", get(table, foreign)),
    writing("BatchWriteItem", batchWrite(table, own, foreign)),
    writing(
      "TransactWriteItems",
      { TransactItems: [{ Put: put(table, own) }, { Put: put(table, foreign) }] },
      "a transaction",
    ),
    writing(
      "TransactWriteItems",
      { TransactItems: [{ Put: put(table, own) }, { Delete: get(table, foreign) }] },
      "a deletion in a transaction",
    ),
  ];
}

/** The plain ways to read the rows of the session's own scope. */
export const ownReads = (target: Target, own: string): Attempt[] =>
  foreignReads(target, { own, foreign: own }).filter(({ operation }) =>
    ["GetItem", "BatchGetItem", "Query"].includes(operation),
  );

/** What a session for people's cards must not do even with its own people. */
export const beyondTheCard = (target: Target, own: string): Attempt[] => [
  ...ownReads(target, own).filter(({ does }) => !does.includes("narrow")),
  {
    does: `read more than the card of ${own} in ${target.table}`,
    operation: "BatchGetItem",
    input: narrowGet(target.table, "id, needs", own),
  },
];

/** Every way to change the rows of the session's own scope. */
export const ownWrites = (target: Target, own: string): Attempt[] => [
  ...foreignWrites(target, { own, foreign: own }).slice(0, 3),
  {
    does: `write ${own} in ${target.table} with a transaction`,
    operation: "TransactWriteItems",
    input: { TransactItems: [{ Put: put(target.table, own) }] },
  },
];

/** What names no single key, and so no scope. */
export function wholeTable({ table, indexes }: Target): Attempt[] {
  const everything = `everything in ${table}`;
  const sql = (operation: string, Statement: string): Attempt => ({
    does: `reach ${everything} with PartiQL in ${operation}`,
    operation,
    input:
      operation === "ExecuteTransaction" ? { TransactStatements: [{ Statement }] } : { Statement },
  });
  return [
    { does: `read ${everything} with Scan`, operation: "Scan", input: { TableName: table } },
    ...indexes.map(({ name }) => ({
      does: `read ${everything} with a Scan of ${name}`,
      operation: "Scan",
      input: { TableName: table, IndexName: name },
    })),
    sql("ExecuteStatement", `SELECT * FROM "${table}"`),
    sql("ExecuteStatement", `INSERT INTO "${table}" VALUE {'pk': 'public#probe', 'sk': 'probe'}`),
    sql("ExecuteTransaction", `DELETE FROM "${table}" WHERE pk = 'public#probe' AND sk = 'probe'`),
    {
      does: `reach ${everything} with PartiQL in a batch`,
      operation: "BatchExecuteStatement",
      input: { Statements: [{ Statement: `SELECT * FROM "${table}" WHERE pk = 'public#probe'` }] },
    },
    { does: `describe ${table}`, operation: "DescribeTable", input: { TableName: table } },
    { does: "list the tables", operation: "ListTables", input: {} },
  ];
}
