import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Scope } from "@digihulp/access";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Item, Row } from "./item.ts";
import { rowOf } from "./item.ts";
import { storedKey } from "./key.ts";
import type { Key } from "./key.ts";
import type { TableDefinition } from "./table-definition.ts";

/** One change of state inside a commit; each carries the condition under which it may happen. */
export type Write =
  | { readonly kind: "create"; readonly item: Item }
  | { readonly kind: "replace"; readonly item: Item; readonly readVersion: number }
  | { readonly kind: "remove"; readonly key: Key; readonly readVersion: number }
  | { readonly kind: "unchanged"; readonly key: Key; readonly readVersion: number };

export type Writer = { readonly table: TableDefinition; readonly scope: Scope };

const NEW = "attribute_not_exists(pk)";
const AS_READ = "#version = :read";

const asRead = (readVersion: number) => ({
  ConditionExpression: AS_READ,
  ExpressionAttributeNames: { "#version": "version" },
  ExpressionAttributeValues: marshall({ ":read": readVersion }),
  ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
});

const keyOf = (scope: Scope, key: Key): Row => marshall(storedKey(scope, key));

/** A put that only happens when no such row stands there. */
export const putNew = ({ table, scope }: Writer, item: Item): TransactWriteItem => ({
  Put: {
    TableName: table.name,
    Item: rowOf(table, scope, item),
    ConditionExpression: NEW,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  },
});

/** A put that only happens when no such row stands there, or one whose time is over. `now` in ms. */
export const putUnlessLive = (writer: Writer, item: Item, now: number): TransactWriteItem => ({
  Put: {
    TableName: writer.table.name,
    Item: rowOf(writer.table, writer.scope, item),
    ConditionExpression: `${NEW} OR expiresAt <= :now`,
    ExpressionAttributeValues: marshall({ ":now": Math.floor(now / 1000) }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  },
});

/** The part of the transaction that makes one change, with its condition. */
export function transactionItem(writer: Writer, write: Write): TransactWriteItem {
  const { table, scope } = writer;
  switch (write.kind) {
    case "create":
      return putNew(writer, write.item);
    case "replace":
      return {
        Put: {
          TableName: table.name,
          Item: rowOf(table, scope, write.item),
          ...asRead(write.readVersion),
        },
      };
    case "remove":
      return {
        Delete: {
          TableName: table.name,
          Key: keyOf(scope, write.key),
          ...asRead(write.readVersion),
        },
      };
    case "unchanged":
      return {
        ConditionCheck: {
          TableName: table.name,
          Key: keyOf(scope, write.key),
          ...asRead(write.readVersion),
        },
      };
    default:
      return write satisfies never;
  }
}
