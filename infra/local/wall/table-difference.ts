import type {
  AttributeDefinition,
  GlobalSecondaryIndex,
  KeySchemaElement,
  Projection,
  TableDescription,
} from "@aws-sdk/client-dynamodb";
import type { TableShape } from "./table-properties.ts";

type Index = {
  IndexName?: string | undefined;
  KeySchema?: KeySchemaElement[] | undefined;
  Projection?: Projection | undefined;
};

function different(name: string, what: string): Error {
  return new Error(
    `The stored table ${name} has ${what} than the template asks for. Nothing was changed; --fresh forgets the stored data.`,
  );
}

const keys = (schema: readonly KeySchemaElement[] = []): string =>
  schema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).join(", ");

const shape = ({ KeySchema, Projection }: Index): string =>
  JSON.stringify([
    keys(KeySchema),
    Projection?.ProjectionType,
    Projection?.NonKeyAttributes?.toSorted() ?? [],
  ]);

const shapes = (list: readonly Index[] = []): Map<string, string> =>
  new Map(list.map((index) => [index.IndexName ?? "", shape(index)]));

/** Whether every index of the one is in the other, unchanged. */
const holds = (all: ReadonlyMap<string, string>, some: ReadonlyMap<string, string>): boolean =>
  [...some].every(([name, one]) => all.get(name) === one);

function agreeOnTypes(
  wanted: readonly AttributeDefinition[],
  stored: readonly AttributeDefinition[] = [],
): boolean {
  const types = new Map(wanted.map((one) => [one.AttributeName, one.AttributeType]));
  return stored.every(
    ({ AttributeName, AttributeType }) =>
      (types.get(AttributeName) ?? AttributeType) === AttributeType,
  );
}

/** Global indexes to add to a stored table; throws when anything else differs. */
export function missingIndexes(
  wanted: TableShape,
  stored: TableDescription,
): GlobalSecondaryIndex[] {
  const { name } = wanted;
  if (keys(wanted.keySchema) !== keys(stored.KeySchema)) throw different(name, "other keys");
  if (!agreeOnTypes(wanted.attributes, stored.AttributeDefinitions)) {
    throw different(name, "keys of another type");
  }
  const view = stored.StreamSpecification?.StreamViewType;
  if (wanted.stream !== undefined && view !== undefined && view !== wanted.stream) {
    throw different(name, "another stream");
  }
  const global = shapes(stored.GlobalSecondaryIndexes);
  const [localWanted, localStored] = [
    shapes(wanted.localIndexes),
    shapes(stored.LocalSecondaryIndexes),
  ];
  const isSameLocal = holds(localWanted, localStored) && holds(localStored, localWanted);
  if (!isSameLocal || !holds(shapes(wanted.globalIndexes), global)) {
    throw different(name, "other indexes");
  }
  return wanted.globalIndexes.filter(({ IndexName = "" }) => !global.has(IndexName));
}
