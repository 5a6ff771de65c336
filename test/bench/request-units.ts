import type { JsonObject } from "../../infra/local/json.ts";
import { asList, asRecord, field, isRecord, type Json } from "../../infra/local/wall/shape.ts";
import type { DatabaseCall } from "./observed-database.ts";

/** Request units of DynamoDB on demand. */
export type Units = { readonly reads: number; readonly writes: number };

const WRITE_UNIT_BYTES = 1024;
/** Prepared, then committed: a transaction writes each item twice. */
const IN_TRANSACTION = 2;

const bytes = (text: string): number => Buffer.byteLength(text);

/** Developer Guide, "Item sizes and formats": two digits take a byte, and the number one more. */
const numberSize = (text: string): number => Math.ceil(text.replace(/[^\d]/g, "").length / 2) + 1;

const listSize = (values: readonly unknown[], sizeOf: (value: unknown) => number): number =>
  values.reduce<number>((sum, value) => sum + sizeOf(value), 0);

function valueSize(value: unknown): number {
  const [type, held] = Object.entries(asRecord(value))[0] ?? [];
  switch (type) {
    case "S":
      return bytes(String(held));
    case "N":
      return numberSize(String(held));
    case "B":
      return Buffer.from(String(held), "base64").length;
    case "L":
      return 3 + listSize(asList(held), (one) => 1 + valueSize(one));
    case "M":
      return 3 + Object.keys(asRecord(held)).length + itemSize(asRecord(held));
    case "SS":
      return listSize(asList(held), (one) => bytes(String(one)));
    case "NS":
      return listSize(asList(held), (one) => numberSize(String(one)));
    default:
      return 1;
  }
}

/** How large DynamoDB counts an item: names and values, in bytes. */
export function itemSize(item: Json): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + bytes(name) + valueSize(value),
    0,
  );
}

const unitsOf = (size: number): number => Math.max(1, Math.ceil(size / WRITE_UNIT_BYTES));

const namesIn = (schema: unknown): string[] =>
  asList(schema).map((part) => String(field(asRecord(part), "AttributeName")));

type Index = { readonly keys: string[]; readonly attributes: Set<string> | undefined };

function indexesOf(table: JsonObject): Index[] {
  return asList(table["GlobalSecondaryIndexes"])
    .filter(isRecord)
    .map((index) => {
      const keys = namesIn(field(index, "KeySchema"));
      const projection = asRecord(field(index, "Projection"));
      const some = field(projection, "ProjectionType") !== "ALL";
      const named = asList(field(projection, "NonKeyAttributes")).map(String);
      const all = new Set([...named, ...keys, ...namesIn(table["KeySchema"])]);
      return { keys, attributes: some ? all : undefined };
    });
}

export type Tables = readonly ({ TableName: string } & JsonObject)[];

/** The item itself, and its entry in every index that it stands in, as if each of them changed. */
function putUnits(tables: Tables, tableName: string, item: Json): number {
  const table = tables.find(({ TableName }) => TableName === tableName);
  const entries = (table ? indexesOf(table) : [])
    .filter(({ keys }) => keys.every((key) => key in item))
    .map(({ attributes }) =>
      Object.fromEntries(Object.entries(item).filter(([name]) => attributes?.has(name) ?? true)),
    );
  return [item, ...entries].reduce((sum, entry) => sum + unitsOf(itemSize(entry)), 0);
}

/** What one write costs; of a removed row only the key is known, so it counts as one unit an entry. */
function writeUnits(tables: Tables, kind: string, request: Json): number {
  const tableName = String(field(request, "TableName"));
  if (kind === "Put") return putUnits(tables, tableName, asRecord(field(request, "Item")));
  if (kind === "ConditionCheck") return 1;
  if (kind === "Delete") {
    const table = tables.find(({ TableName }) => TableName === tableName);
    return 1 + (table ? indexesOf(table).length : 0);
  }
  throw new Error(`the benchmark does not know what ${kind} costs`);
}

const READS = new Set(["GetItem", "BatchGetItem", "Query", "TransactGetItems"]);

function unitsOfCall(tables: Tables, { operation, input, engineUnits }: DatabaseCall): Units {
  if (READS.has(operation)) return { reads: engineUnits, writes: 0 };
  if (operation !== "TransactWriteItems")
    return { reads: 0, writes: writeUnits(tables, operation.replace("Item", ""), input) };
  const items = asList(field(input, "TransactItems")).flatMap((one) =>
    Object.entries(asRecord(one)),
  );
  const writes = items.reduce(
    (sum, [kind, request]) => sum + writeUnits(tables, kind, asRecord(request)),
    0,
  );
  return { reads: 0, writes: IN_TRANSACTION * writes };
}

/** Adds up what calls consume: reads as the engine counts them, writes from the sizes of the items. */
export function requestUnits(tables: Tables, calls: readonly DatabaseCall[]): Units {
  return calls
    .map((call) => unitsOfCall(tables, call))
    .reduce(
      (sum, { reads, writes }) => ({ reads: sum.reads + reads, writes: sum.writes + writes }),
      {
        reads: 0,
        writes: 0,
      },
    );
}
