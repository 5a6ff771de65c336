import { asList, asRecord, field, type Json } from "./shape.ts";

const expressions = [
  "ConditionExpression",
  "FilterExpression",
  "KeyConditionExpression",
  "ProjectionExpression",
  "UpdateExpression",
];

// Parameters from before expressions: objects whose keys are attribute names.
const maps = ["AttributeUpdates", "Expected", "Item", "Key", "KeyConditions", "QueryFilter"];

const keywords = new Set(["ADD", "AND", "BETWEEN", "DELETE", "IN", "NOT", "OR", "REMOVE", "SET"]);

/** Names at the start of a path: not after a dot, not a placeholder of a value, not a function. */
const names = /(?<![\w.:#])(#\w+|[A-Za-z_]\w*)(?!\s*\(|\w)/g;

function namesIn(expression: string, placeholders: Json): string[] {
  const found = [...expression.matchAll(names)].map(([name]) => name);
  return found
    .filter((name) => !keywords.has(name.toUpperCase()))
    .map((name) => {
      const real = field(placeholders, name);
      return typeof real === "string" ? real : name;
    });
}

/** Top-level attribute names a request touches or asks for (the key dynamodb:Attributes). */
export function attributesOf(input: Json): string[] {
  const placeholders = asRecord(field(input, "ExpressionAttributeNames"));
  const written = expressions
    .map((name) => field(input, name))
    .filter((expression) => typeof expression === "string")
    .flatMap((expression) => namesIn(expression, placeholders));
  const keyed = maps.flatMap((name) => Object.keys(asRecord(field(input, name))));
  const listed = asList(field(input, "AttributesToGet")).filter((name) => typeof name === "string");
  return [...written, ...keyed, ...listed];
}

/** What a read asks back (the key dynamodb:Select); without a projection that is everything. */
export function selectOf(input: Json): string {
  const select = field(input, "Select");
  if (typeof select === "string") return select;
  const projects = field(input, "ProjectionExpression") ?? field(input, "AttributesToGet");
  if (projects !== undefined) return "SPECIFIC_ATTRIBUTES";
  return field(input, "IndexName") === undefined ? "ALL_ATTRIBUTES" : "ALL_PROJECTED_ATTRIBUTES";
}
