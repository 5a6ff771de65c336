import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { isScope } from "@digihulp/access";
import type { Scope } from "@digihulp/access";
import type { Commit } from "./commit.ts";
import { transactionOf } from "./commit.ts";
import { attributesOf, isLive, rowOf } from "./item.ts";
import type { Attributes, Item } from "./item.ts";
import { storedKey } from "./key.ts";
import type { Key } from "./key.ts";
import { queryInput } from "./query.ts";
import type { Page, Query } from "./query.ts";
import type { Sessions } from "./session.ts";
import type { TableDefinition } from "./table-definition.ts";
import { jitter, transact } from "./transact.ts";
import type { Outcome, Pause } from "./transact.ts";

/** A table as one scope sees it. There is no other way to a row. */
export type ScopedTable = {
  /** The rows in the order asked, consistently, in one call; undefined where there is none. */
  readonly load: (keys: readonly Key[]) => Promise<(Attributes | undefined)[]>;
  /** The same, but of each row only these attributes: for roles that may see no more of it. */
  readonly loadOnly: (
    attributes: readonly string[],
    keys: readonly Key[],
  ) => Promise<(Attributes | undefined)[]>;
  /** One page of rows of a partition, or of an index. */
  readonly query: (query: Query) => Promise<Page>;
  readonly commit: (commit: Commit) => Promise<Outcome>;
  /** Writes a row of a projection unless a newer version stands there; repeating it changes nothing. */
  readonly putNewer: (item: Item) => Promise<void>;
  /** Takes a row away that nobody counts on any more, such as a session; repeating it changes nothing. */
  readonly remove: (key: Key) => Promise<void>;
};

export type Table = { readonly within: (scope: Scope) => ScopedTable };

export type TableDeps = {
  readonly definition: TableDefinition;
  readonly sessions: Sessions;
  readonly now: () => number;
  readonly pause?: Pause;
};

type Scoped = {
  readonly client: DynamoDBClient;
  readonly scope: Scope;
  readonly table: TableDefinition;
  readonly now: () => number;
};

const MOST_BATCHES = 5;

const projection = (attributes: readonly string[] | undefined) => {
  if (!attributes) return {};
  const names = [...new Set(["pk", "sk", ...attributes])].map((name, at) => [`#a${at}`, name]);
  return {
    ProjectionExpression: names.map(([placeholder]) => placeholder).join(", "),
    ExpressionAttributeNames: Object.fromEntries(names),
  };
};

type Batch = { readonly keys: readonly Attributes[]; readonly only: readonly string[] | undefined };

async function readBatch({ client, table }: Scoped, { keys, only }: Batch) {
  const found: Attributes[] = [];
  let ask = keys.map((key) => marshall(key));
  for (let batch = 0; ask.length > 0; batch += 1) {
    if (batch === MOST_BATCHES) throw new Error("the table did not answer every key");
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({
        RequestItems: {
          [table.name]: { Keys: ask, ConsistentRead: true, ...projection(only) },
        },
      }),
    );
    found.push(...(Responses?.[table.name] ?? []).map(attributesOf));
    ask = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return found;
}

async function load(scoped: Scoped, keys: readonly Key[], only?: readonly string[]) {
  const wanted = keys.map((key) => storedKey(scoped.scope, key));
  const rows = await readBatch(scoped, { keys: wanted, only });
  const now = scoped.now();
  return wanted.map(({ pk, sk }) =>
    rows.find((row) => row["pk"] === pk && row["sk"] === sk && isLive(row, now)),
  );
}

async function query({ client, scope, table, now }: Scoped, asked: Query): Promise<Page> {
  const answer = await client.send(new QueryCommand(queryInput({ table, scope }, asked)));
  const rows = (answer.Items ?? []).map(attributesOf).filter((row) => isLive(row, now()));
  const last = answer.LastEvaluatedKey && attributesOf(answer.LastEvaluatedKey);
  return { rows, ...(last ? { after: last } : {}) };
}

async function putNewer({ client, scope, table }: Scoped, item: Item): Promise<void> {
  try {
    await client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: rowOf(table, scope, item),
        ConditionExpression: "attribute_not_exists(pk) OR #version < :version",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: marshall({ ":version": item.version }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

async function remove({ client, scope, table }: Scoped, key: Key): Promise<void> {
  const Key = marshall(storedKey(scope, key));
  await client.send(new DeleteItemCommand({ TableName: table.name, Key }));
}

/** Opens a table; `now` in milliseconds since 1970. Without a genuine scope nothing is offered. */
export function openTable(deps: TableDeps): Table {
  const { definition, sessions, now, pause = jitter } = deps;
  return {
    within: (scope) => {
      if (!isScope(scope)) throw new TypeError("only access decides a scope");
      const scoped = { client: sessions.clientFor(scope), scope, table: definition, now };
      return {
        load: (keys) => load(scoped, keys),
        loadOnly: (attributes, keys) => load(scoped, keys, attributes),
        query: (asked) => query(scoped, asked),
        commit: (commit) => transact(scoped.client, transactionOf(scoped, commit, now()), pause),
        putNewer: (item) => putNewer(scoped, item),
        remove: (key) => remove(scoped, key),
      };
    },
  };
}
