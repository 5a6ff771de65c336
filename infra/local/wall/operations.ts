import { queriedKey, textOf } from "./key-condition.ts";
import { asList, asRecord, field, isRecord, unique, type Json } from "./shape.ts";

/** One thing a request does to one table, in IAM's terms. */
export type Access = {
  action: string;
  table: string;
  index: string | undefined;
  /** The values of dynamodb:LeadingKeys; undefined when they cannot be derived for certain. */
  keys: readonly string[] | undefined;
  /** The parts of the request that name attributes. */
  inputs: readonly Json[];
  enclosing: string | undefined;
};

/** The partition key attribute of a table, or of one of its indexes. */
export type PartitionKeys = (
  table: string,
  index: string | undefined,
) => Promise<string | undefined>;

type Target = Omit<Access, "keys"> & {
  leading: (partitionKey: string) => readonly (string | undefined)[];
};

const inField =
  (name: string) =>
  (input: Json): Target["leading"] =>
  (partitionKey) => [textOf(field(asRecord(field(input, name)), partitionKey))];

const ofQuery =
  (input: Json): Target["leading"] =>
  (partitionKey) => [queriedKey(input, partitionKey)];

const single = new Map([
  ["GetItem", inField("Key")],
  ["PutItem", inField("Item")],
  ["UpdateItem", inField("Key")],
  ["DeleteItem", inField("Key")],
  ["Query", ofQuery],
]);

function singleTarget(action: string, input: Json): Target[] | undefined {
  const table = field(input, "TableName");
  const index = field(input, "IndexName");
  const leading = single.get(action)?.(input);
  if (leading === undefined || typeof table !== "string") return undefined;
  if (index !== undefined && typeof index !== "string") return undefined;
  return [{ action, table, index, leading, inputs: [input], enclosing: undefined }];
}

type Item = { input: Json; leading: Target["leading"] };

function readItems(request: unknown): Item[] {
  return asList(field(asRecord(request), "Keys")).map((key) => {
    const input = { Key: key };
    return { input, leading: inField("Key")(input) };
  });
}

const written = new Map([
  ["PutRequest", inField("Item")],
  ["DeleteRequest", inField("Key")],
]);

function writtenItems(request: unknown): Item[] {
  return asList(request)
    .flatMap((write) => Object.entries(asRecord(write)))
    .map(([name, body]) => {
      const input = asRecord(body);
      return { input, leading: written.get(name)?.(input) ?? (() => [undefined]) };
    });
}

function batchTargets(action: "BatchGetItem" | "BatchWriteItem", input: Json): Target[] {
  const items = action === "BatchGetItem" ? readItems : writtenItems;
  return Object.entries(asRecord(field(input, "RequestItems"))).map(([table, request]) => {
    const found = items(request);
    return {
      action,
      table,
      index: undefined,
      leading: (partitionKey) => found.flatMap((item) => item.leading(partitionKey)),
      inputs: [asRecord(request), ...found.map((item) => item.input)],
      enclosing: undefined,
    };
  });
}

const transacted = new Map([
  ["Get", { action: "GetItem", leading: inField("Key") }],
  ["Put", { action: "PutItem", leading: inField("Item") }],
  ["Update", { action: "UpdateItem", leading: inField("Key") }],
  ["Delete", { action: "DeleteItem", leading: inField("Key") }],
  ["ConditionCheck", { action: "ConditionCheckItem", leading: inField("Key") }],
]);

function transactionTargets(operation: string, input: Json): Target[] | undefined {
  const targets: Target[] = [];
  for (const item of asList(field(input, "TransactItems"))) {
    for (const [name, request] of Object.entries(asRecord(item))) {
      const known = transacted.get(name);
      const table = isRecord(request) ? field(request, "TableName") : undefined;
      if (!known || !isRecord(request) || typeof table !== "string") return undefined;
      const { action } = known;
      const leading = known.leading(request);
      const enclosing = operation;
      targets.push({ action, table, index: undefined, leading, inputs: [request], enclosing });
    }
  }
  return targets;
}

function targetsOf(operation: string, input: Json): Target[] | undefined {
  switch (operation) {
    case "BatchGetItem":
    case "BatchWriteItem":
      return batchTargets(operation, input);
    case "TransactGetItems":
    case "TransactWriteItems":
      return transactionTargets(operation, input);
    default:
      return singleTarget(operation, input);
  }
}

async function accessOf(
  { leading, ...target }: Target,
  partitionKeys: PartitionKeys,
): Promise<Access> {
  const partitionKey = await partitionKeys(target.table, target.index);
  const keys = partitionKey === undefined ? [] : leading(partitionKey);
  const certain = keys.filter((key) => key !== undefined);
  const derived = certain.length === keys.length && keys.length > 0;
  return { ...target, keys: derived ? unique(certain) : undefined };
}

/** Everything a DynamoDB request does; undefined for an operation the wall refuses outright. */
export async function accessesOf(
  operation: string,
  input: Json,
  partitionKeys: PartitionKeys,
): Promise<Access[] | undefined> {
  const targets = targetsOf(operation, input);
  if (targets === undefined || targets.length === 0) return undefined;
  return Promise.all(targets.map((target) => accessOf(target, partitionKeys)));
}
