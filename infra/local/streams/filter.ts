import { isObject, TemplateError, type Json, type JsonObject } from "../json.ts";

export type Matches = (record: Json) => boolean;
type Test = (value: Json | undefined) => boolean;

const COMPARISONS: Record<string, (left: number, right: number) => boolean> = {
  "=": (left, right) => left === right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

/** `["numeric", [">", 0, "<=", 5]]`: every pair of operator and number holds. */
function numeric(terms: Json): Test {
  if (!Array.isArray(terms) || terms.length === 0 || terms.length % 2 !== 0) {
    throw new TemplateError("a numeric filter takes pairs of an operator and a number");
  }
  const tests = terms.flatMap((operator, index) => {
    if (index % 2 !== 0) return [];
    const compare = typeof operator === "string" ? COMPARISONS[operator] : undefined;
    const bound = terms[index + 1];
    if (!compare || typeof bound !== "number") {
      throw new TemplateError(`the filter ${JSON.stringify(terms)} is not understood`);
    }
    return [(value: number) => compare(value, bound)];
  });
  return (value) => typeof value === "number" && tests.every((test) => test(value));
}

function comparison(rule: JsonObject): Test {
  const [operator, ...others] = Object.keys(rule);
  const operand = operator === undefined ? undefined : rule[operator];
  if (others.length === 0 && operand !== undefined) {
    if (operator === "exists" && typeof operand === "boolean") {
      return (value) => (value !== undefined) === operand;
    }
    if (operator === "prefix" && typeof operand === "string") {
      return (value) => typeof value === "string" && value.startsWith(operand);
    }
    if (operator === "numeric") return numeric(operand);
  }
  throw new TemplateError(`the filter rule ${JSON.stringify(rule)} is not run locally`);
}

function rule(value: Json): Test {
  if (isObject(value)) return comparison(value);
  if (Array.isArray(value)) throw new TemplateError("a filter rule is no list of lists");
  return (found) => found === value;
}

function pattern(value: Json): Test {
  if (Array.isArray(value)) {
    const tests = value.map(rule);
    return (found) => tests.some((test) => test(found));
  }
  if (!isObject(value)) throw new TemplateError("a filter pattern holds objects and lists");
  const fields = Object.entries(value).map(([key, inner]) => ({ key, test: pattern(inner) }));
  return (found) => fields.every(({ key, test }) => test(isObject(found) ? found[key] : undefined));
}

/** A record passes when one of the patterns fits; without patterns every record does. */
export function recordFilter(patterns: Json[]): Matches {
  const tests = patterns.map(pattern);
  return (record) => tests.length === 0 || tests.some((test) => test(record));
}
