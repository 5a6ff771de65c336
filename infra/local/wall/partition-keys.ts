import type { PartitionKeys } from "./operations.ts";
import { asList, asRecord, field, isRecord } from "./shape.ts";

type Describe = (table: string) => Promise<unknown>;

/** The only HASH attribute of a key schema; schemas with several have no single leading key. */
function hashOf(schema: unknown): string | undefined {
  const names = asList(schema)
    .filter(isRecord)
    .filter((element) => field(element, "KeyType") === "HASH")
    .map((element) => field(element, "AttributeName"));
  const [name] = names;
  return names.length === 1 && typeof name === "string" ? name : undefined;
}

type Schema = { table: string | undefined; indexes: ReadonlyMap<string, string | undefined> };

function schemaOf(description: unknown): Schema | undefined {
  const table = field(asRecord(description), "Table");
  if (!isRecord(table)) return undefined;
  const indexes = ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"]
    .flatMap((name) => asList(field(table, name)))
    .filter(isRecord)
    .map((index): [string, string | undefined] => [
      String(field(index, "IndexName")),
      hashOf(field(index, "KeySchema")),
    ]);
  return { table: hashOf(field(table, "KeySchema")), indexes: new Map(indexes) };
}

/** Learns key schemas from DescribeTable; asks again only for what it has not seen yet. */
export function learnPartitionKeys(describe: Describe): PartitionKeys {
  const seen = new Map<string, Schema>();
  return async (table, index) => {
    let schema = seen.get(table);
    if (schema === undefined || (index !== undefined && !schema.indexes.has(index))) {
      schema = schemaOf(await describe(table));
      if (schema !== undefined) seen.set(table, schema);
    }
    return index === undefined ? schema?.table : schema?.indexes.get(index);
  };
}
