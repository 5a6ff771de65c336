import { REGIONS, tenantId } from "@digihulp/region";
import { isObject, type JsonObject } from "../../infra/local/json.ts";
import type { TableDefinition } from "../../infra/local/template/tables.ts";
import type { Plain, StoredRow } from "../support/raw-database.ts";

export type IndexShape = {
  readonly name: string;
  readonly partition: string;
  /** What it carries besides keys; undefined: everything. */
  readonly only: ReadonlySet<string> | undefined;
};
export type TableShape = {
  readonly name: string;
  readonly indexes: readonly IndexShape[];
  /** Key attributes of the table and of all its indexes. */
  readonly keys: ReadonlySet<string>;
};

const objects = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
const names = (schema: unknown): string[] =>
  objects(schema).map(({ AttributeName }) => String(AttributeName));

function indexShape(index: JsonObject): IndexShape {
  const projection = isObject(index["Projection"]) ? index["Projection"] : {};
  const listed = projection["NonKeyAttributes"];
  return {
    name: String(index["IndexName"]),
    partition: names(index["KeySchema"])[0] ?? "",
    only: Array.isArray(listed) ? new Set(listed.map(String)) : undefined,
  };
}

/** A table of the template, as far as its keys go. */
export function tableShape(table: TableDefinition): TableShape {
  const indexes = objects(table["GlobalSecondaryIndexes"]);
  const schemas = [table["KeySchema"], ...indexes.map(({ KeySchema }) => KeySchema)];
  return {
    name: table.TableName,
    indexes: indexes.map(indexShape),
    keys: new Set(schemas.flatMap(names)),
  };
}

type Scope = { readonly tag: string; readonly region: string };

/** Every scope that may own rows, with how the keys of its rows begin. */
const SCOPES = new Map<string, Scope>(
  REGIONS.flatMap((region) =>
    [
      ...region.municipalities.map(({ id }) => tenantId(region.id, id)),
      ...region.organisations.map(({ id }) => `org-${id}`),
      `region-${region.id}`,
      `public#${region.id}`,
      `session#${region.id}`,
    ].map((tag): [string, Scope] => [tag, { tag, region: region.id }]),
  ),
);

function scopeOf(key: Plain | undefined): Scope | undefined {
  const [first = "", second = "", third] = String(key).split("#");
  if (third !== undefined && SCOPES.has(`${first}#${second}`))
    return SCOPES.get(`${first}#${second}`);
  return second === "" ? undefined : SCOPES.get(first);
}

function indexFaults(
  { name, partition, only }: IndexShape,
  row: StoredRow,
  scope: Scope,
): string[] {
  const key = row[partition];
  if (key === undefined) return [];
  if (typeof key !== "string") return [`${name} has a key that is no text`];
  if (key.startsWith(`${scope.tag}#`) && scope.tag !== `public#${scope.region}`) return [];
  if (!key.startsWith(`public#${scope.region}#`)) return [`${name} has the foreign key ${key}`];
  return only ? [] : [`${name} shows every attribute to anybody`];
}

/** What only a person has; no event and no public index may carry it. */
const PERSONAL =
  /^(first|last|full|given|family|client|person|contact)?names?$|^(pin|pincode|notes?|needs?)$|phone|mobile|mail|address|birth|gender|national|insz|password|iban|remark|signature/i;
/** Names of places and things, which public rows carry. */
const NAMED = new Set(["tenant", "digiclub"]);

const PRIVATE_WORDS = [/[\w.]+@[\w.]+/, /\+?\d[\d /.]{8,}\d/];

type Told = readonly [name: string, value: Plain];

function attributesIn(value: Plain, path = ""): Told[] {
  if (Array.isArray(value)) return value.flatMap((inner) => attributesIn(inner, path));
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]): Told[] => [
    [name, null],
    ...attributesIn(inner, name),
  ]);
}

const EVENT = new Set("pk sk type version id name at region scope actor subject detail".split(" "));
const ACTOR = new Set(["kind", "id", "role", "onBehalfOf"]);

function eventFaults(row: StoredRow, scope: Scope): string[] {
  const { actor, detail = null, region, scope: tag } = row;
  const actorNames = typeof actor === "object" && actor !== null ? Object.keys(actor) : ["none"];
  const told = attributesIn(detail);
  return [
    ...Object.keys(row)
      .filter((name) => !EVENT.has(name))
      .map((name) => `is an event with ${name}`),
    ...(region === scope.region ? [] : [`is an event of region ${String(region)}`]),
    ...(String(row["pk"]).startsWith(`${String(tag)}#`) ? [] : [`is an event of ${String(tag)}`]),
    ...actorNames.filter((name) => !ACTOR.has(name)).map((name) => `tells ${name} of its actor`),
    ...told.filter(([name]) => PERSONAL.test(name)).map(([name]) => `tells ${name}`),
    ...told.flatMap(([name, value]) =>
      PRIVATE_WORDS.some((word) => typeof value === "string" && word.test(value))
        ? [`tells a way to reach somebody in ${name}`]
        : [],
    ),
  ];
}

/** What is wrong with one stored row, one sentence each. */
export function rowFaults(row: StoredRow, table: TableShape): string[] {
  const where = `${table.name} ${String(row["pk"])} ${String(row["sk"])}`;
  const scope = scopeOf(row["pk"]);
  if (!scope) return [`${where} is nobody's`];
  const faults = [
    ...table.indexes.flatMap((index) => indexFaults(index, row, scope)),
    ...(row["type"] === "event" ? eventFaults(row, scope) : []),
  ];
  return faults.map((fault) => `${where} ${fault}`);
}

/** What is wrong with one row of an index that anybody may read. */
export function publicRowFaults(row: StoredRow, index: IndexShape, table: TableShape): string[] {
  const isNamed = NAMED.has(String(row["type"]));
  return Object.keys(row)
    .filter((name) => !table.keys.has(name))
    .filter(
      (name) => !index.only?.has(name) || (PERSONAL.test(name) && !(isNamed && name === "name")),
    )
    .map((name) => `${index.name} shows ${name} of ${String(row["pk"])}`);
}
