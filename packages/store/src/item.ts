import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { Scope } from "@digihulp/access";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Key } from "./key.ts";
import { partitionKey, publicPartitionKey, storedKey } from "./key.ts";
import type { IndexPlace, TableDefinition } from "./table-definition.ts";

export type Attributes = Readonly<Record<string, unknown>>;

/** One row to be written. `version` is the number it will carry, 1 for a new one. */
export type Item = {
  readonly key: Key;
  /** Kind of thing, for example `occurrence`; streams filter on it. */
  readonly type: string;
  readonly version: number;
  readonly attributes: Attributes;
  readonly indexes?: Readonly<Record<string, IndexPlace>>;
  /** Seconds since 1970 after which the row counts as gone. */
  readonly expiresAt?: number;
};

export type Row = Record<string, AttributeValue>;

function indexKeys(table: TableDefinition, scope: Scope, item: Item): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const [name, place] of Object.entries(item.indexes ?? {})) {
    const index = table.indexes[name];
    if (!index) throw new RangeError(`table ${table.name} has no index ${name}`);
    // IAM does not check index keys on a write, so they are derived here and nowhere else.
    const build = index.reach === "public" ? publicPartitionKey : partitionKey;
    keys[index.partition] = build(scope, place.partition);
    if (index.sort) keys[index.sort] = place.sort ?? "";
  }
  return keys;
}

/** The row as DynamoDB stores it. */
export function rowOf(table: TableDefinition, scope: Scope, item: Item): Row {
  const { key, type, version, attributes, expiresAt } = item;
  return marshall(
    {
      ...attributes,
      type,
      version,
      expiresAt,
      ...indexKeys(table, scope, item),
      ...storedKey(scope, key),
    },
    { removeUndefinedValues: true },
  );
}

/** The attributes of a row, without a promise of their shape: the caller parses them. */
export const attributesOf = (row: Row): Attributes => unmarshall(row);

/** Whether the row still counts; TTL deletes late on AWS and never locally, so code decides. */
export const isLive = (attributes: Attributes, now: number): boolean =>
  typeof attributes["expiresAt"] !== "number" || attributes["expiresAt"] * 1000 > now;

const isRow = (image: unknown): image is Row => typeof image === "object" && image !== null;

/** The attributes of a row as a stream carries it; throws when the record holds no image. */
export function rowFromStream(image: unknown): Attributes {
  if (!isRow(image)) throw new TypeError("the record holds no new image");
  return unmarshall(image);
}
