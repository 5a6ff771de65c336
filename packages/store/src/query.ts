import type { QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Attributes } from "./item.ts";
import { partitionKey, publicPartitionKey } from "./key.ts";
import type { Writer } from "./write.ts";

/** Rows of one partition in the order of their sort keys. */
export type Query = {
  readonly partition: readonly string[];
  readonly index?: string;
  /** First and last sort key, both included. */
  readonly between?: readonly [string, string];
  readonly limit?: number;
  readonly newestFirst?: boolean;
  /** Where the page before it ended. */
  readonly after?: Attributes;
};

export type Page = { readonly rows: Attributes[]; readonly after?: Attributes };

/** The call that reads one page; the scope alone decides whose partition it is. */
export function queryInput({ table, scope }: Writer, asked: Query): QueryCommandInput {
  const index = asked.index ? table.indexes[asked.index] : undefined;
  if (asked.index && !index)
    throw new RangeError(`table ${table.name} has no index ${asked.index}`);
  const build = index?.reach === "public" ? publicPartitionKey : partitionKey;
  const [from, until] = asked.between ?? [];
  return {
    TableName: table.name,
    ...(asked.index ? { IndexName: asked.index } : { ConsistentRead: true }),
    KeyConditionExpression: asked.between
      ? "#pk = :pk AND #sk BETWEEN :from AND :until"
      : "#pk = :pk",
    ExpressionAttributeNames: {
      "#pk": index?.partition ?? "pk",
      ...(asked.between ? { "#sk": index?.sort ?? "sk" } : {}),
    },
    ExpressionAttributeValues: marshall(
      { ":pk": build(scope, asked.partition), ":from": from, ":until": until },
      { removeUndefinedValues: true },
    ),
    ScanIndexForward: !asked.newestFirst,
    ...(asked.limit ? { Limit: asked.limit } : {}),
    ...(asked.after ? { ExclusiveStartKey: marshall(asked.after) } : {}),
  };
}
