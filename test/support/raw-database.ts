import { DynamoDBClient, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** An attribute as plain data; bytes and sets are not used by this software. */
export type Plain = string | number | boolean | null | Plain[] | { readonly [name: string]: Plain };
export type StoredRow = Readonly<Record<string, Plain>>;

/** Reads an attribute value; throws for a kind that no row should hold. */
export function plainOf(value: AttributeValue): Plain {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.NULL !== undefined) return null;
  if (value.L !== undefined) return value.L.map(plainOf);
  if (value.M !== undefined) return plainRow(value.M);
  throw new Error(`no row of this software holds ${Object.keys(value).join()}`);
}

const plainRow = (row: Record<string, AttributeValue>): StoredRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainOf(value)]));

/** The attribute value of plain data. */
export function valueOf(plain: Plain): AttributeValue {
  if (plain === null) return { NULL: true };
  if (typeof plain === "string") return { S: plain };
  if (typeof plain === "number") return { N: String(plain) };
  if (typeof plain === "boolean") return { BOOL: plain };
  return Array.isArray(plain) ? { L: plain.map(valueOf) } : { M: attributesOf(plain) };
}

const attributesOf = (row: StoredRow): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, valueOf(value)]));

/** The database behind the wall, as no part of the product can reach it. */
export type RawDatabase = {
  /** Every row of a table, or of one of its indexes, in the order of its keys. */
  rows(table: string, index?: string): Promise<StoredRow[]>;
  put(table: string, row: StoredRow): Promise<void>;
  stop(): void;
};

const place = ({ pk, sk }: StoredRow): string => `${String(pk)} ${String(sk)}`;

async function scanned(client: DynamoDBClient, table: string, index?: string) {
  const found: StoredRow[] = [];
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ...(index === undefined ? {} : { IndexName: index }),
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    found.push(...(page.Items ?? []).map(plainRow));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return found.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}

export function rawDatabase(endpoint: string): RawDatabase {
  const client = new DynamoDBClient({
    endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "wall", secretAccessKey: "wall" },
  });
  return {
    rows: (table, index) => scanned(client, table, index),
    put: async (TableName, row) => {
      await client.send(new PutItemCommand({ TableName, Item: attributesOf(row) }));
    },
    stop: () => client.destroy(),
  };
}
