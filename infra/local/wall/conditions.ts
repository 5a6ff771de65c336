import { contextKey, type Context } from "./context-keys.ts";
import { arn, exact, glob, type Pattern } from "./pattern.ts";
import { asList, isRecord } from "./shape.ts";

export type Condition = { key: string; holds: (context: Context) => boolean };

type Quantifier = "one" | "all" | "any";
type Operator = { pattern: (text: string) => Pattern; negated: boolean };

const lower = (value: string): string => value.toLowerCase();
const ignoringCase = (text: string): Pattern => exact(text, lower);

function truth(text: string): Pattern {
  if (!/^(true|false)$/i.test(text)) throw new Error(`${text} is neither true nor false`);
  return ignoringCase(text);
}

const operators = new Map<string, Operator>([
  ["StringEquals", { pattern: exact, negated: false }],
  ["StringNotEquals", { pattern: exact, negated: true }],
  ["StringEqualsIgnoreCase", { pattern: ignoringCase, negated: false }],
  ["StringNotEqualsIgnoreCase", { pattern: ignoringCase, negated: true }],
  ["StringLike", { pattern: glob, negated: false }],
  ["StringNotLike", { pattern: glob, negated: true }],
  ["ArnEquals", { pattern: arn, negated: false }],
  ["ArnLike", { pattern: arn, negated: false }],
  ["ArnNotEquals", { pattern: arn, negated: true }],
  ["ArnNotLike", { pattern: arn, negated: true }],
  ["Bool", { pattern: truth, negated: false }],
]);

function textsOf(value: unknown): string[] {
  const texts = asList(value).map((one) => {
    if (typeof one === "string") return one;
    if (typeof one === "boolean") return String(one);
    throw new Error(`the condition value ${JSON.stringify(one)} is no text`);
  });
  if (texts.length === 0) throw new Error("a condition without values");
  return texts;
}

function nullCondition(key: string, texts: readonly string[]): Condition["holds"] {
  const [text] = texts;
  if (texts.length !== 1 || (text !== "true" && text !== "false")) {
    throw new Error(`Null of ${key} wants one "true" or "false"`);
  }
  return (context) => ((context.get(key)?.length ?? 0) === 0) === (text === "true");
}

type Comparison = { key: string; operator: Operator; quantifier: Quantifier; ifExists: boolean };

/** What an absent key means; a negated comparison without quantifier holds, ForAnyValue never does. */
function whenAbsent({ quantifier, operator, ifExists }: Comparison): boolean {
  if (quantifier === "any") return false;
  return quantifier === "all" || ifExists || operator.negated;
}

function comparison(compared: Comparison, texts: readonly string[]): Condition["holds"] {
  const { key, operator, quantifier } = compared;
  // AWS does not say what "unlike a value that is missing" means, so no policy may ask it.
  if (operator.negated && texts.some((text) => text.includes("${"))) {
    throw new Error(`a negated condition on ${key} uses a policy variable`);
  }
  const patterns = texts.map((text) => operator.pattern(text));
  const absent = whenAbsent(compared);
  return (context) => {
    const values = context.get(key);
    if (values === undefined || values.length === 0) return absent;
    const tests = patterns.map((pattern) => pattern(context));
    const matches = (value: string): boolean =>
      tests.some((test) => test(value)) !== operator.negated;
    return quantifier === "any" ? values.some(matches) : values.every(matches);
  };
}

function quantifierOf(prefix: string | undefined): Quantifier {
  if (prefix === undefined) return "one";
  return prefix === "ForAllValues:" ? "all" : "any";
}

function conditionsOf(name: string, block: unknown): Condition[] {
  const [, prefix, base = "", suffix] =
    /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const operator = operators.get(base);
  const isNull = name === "Null";
  if (!isNull && operator === undefined) throw new Error(`the operator ${name} is not supported`);
  if (!isRecord(block)) throw new Error(`${name} holds no object`);
  return Object.entries(block).map(([text, value]) => {
    const { name: key, multiValued } = contextKey(text);
    const quantifier = quantifierOf(prefix);
    if (operator === undefined) return { key, holds: nullCondition(key, textsOf(value)) };
    if (multiValued && quantifier === "one") {
      throw new Error(`${text} has several values: ${name} needs ForAllValues or ForAnyValue`);
    }
    const compared = { key, operator, quantifier, ifExists: suffix !== undefined };
    return { key, holds: comparison(compared, textsOf(value)) };
  });
}

/** Every operator and key of a Condition block must hold. */
export function parseConditions(block: unknown): Condition[] {
  if (block === undefined) return [];
  if (!isRecord(block)) throw new Error("Condition is no object");
  return Object.entries(block).flatMap(([name, keys]) => conditionsOf(name, keys));
}
