import { contextKey, type Context } from "./context-keys.ts";

export type Test = (value: string) => boolean;
export type Pattern = (context: Context) => Test;

type Piece =
  | { kind: "text"; text: string }
  | { kind: "wildcard"; text: "*" | "?" }
  | { kind: "variable"; name: string };

const never: Test = () => false;
const noContext: Context = new Map();
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

function variable(inside: string): Piece {
  const key = contextKey(inside);
  // DynamoDB's own keys are worked out only for conditions that name them.
  if (key.multiValued || !key.name.startsWith("aws:")) {
    throw new Error(`\${${inside}} cannot be a policy variable here`);
  }
  return { kind: "variable", name: key.name };
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [token, inside] of text.matchAll(/\$\{([^}]*)\}|[*?]|\$|[^$*?]+/g)) {
    if (inside !== undefined) pieces.push(variable(inside));
    else if (token === "*" || token === "?") pieces.push({ kind: "wildcard", text: token });
    else pieces.push({ kind: "text", text: token });
  }
  if (/\$\{[^}]*$/.test(text)) throw new Error(`unclosed variable in ${text}`);
  return pieces;
}

/** The one value of a variable; a missing or empty one makes the whole pattern match nothing. */
function valueOf(name: string, context: Context): string | undefined {
  const values = context.get(name);
  return values?.length === 1 && values[0] !== "" ? values[0] : undefined;
}

/** Fills variables in; their values go through `literal`, so a `*` in a tag stays a plain star. */
function fill(
  pieces: readonly Piece[],
  context: Context,
  write: { literal: (text: string) => string; wildcard: (sign: "*" | "?") => string },
): string | undefined {
  let result = "";
  for (const piece of pieces) {
    if (piece.kind === "wildcard") result += write.wildcard(piece.text);
    else {
      const text = piece.kind === "text" ? piece.text : valueOf(piece.name, context);
      if (text === undefined) return undefined;
      result += write.literal(text);
    }
  }
  return result;
}

/** Compiles now when nothing depends on the request, else once per request. */
function compile(pieces: readonly Piece[], make: Pattern): Pattern {
  if (pieces.some((piece) => piece.kind === "variable")) return make;
  const fixed = make(noContext);
  return () => fixed;
}

const plain = { literal: (text: string) => text, wildcard: (sign: "*" | "?") => sign };
const regular = {
  literal: escaped,
  wildcard: (sign: "*" | "?") => (sign === "*" ? ".*" : "."),
};

/** Equality, with policy variables and without wildcards. */
export function exact(text: string, fold: (value: string) => string = (value) => value): Pattern {
  const pieces = piecesOf(text);
  return compile(pieces, (context) => {
    const filled = fill(pieces, context, plain);
    if (filled === undefined) return never;
    const wanted = fold(filled);
    return (value) => fold(value) === wanted;
  });
}

/** `*` and `?` as wildcards, with policy variables. */
export function glob(text: string): Pattern {
  const pieces = piecesOf(text);
  return compile(pieces, (context) => {
    const filled = fill(pieces, context, regular);
    if (filled === undefined) return never;
    const expression = new RegExp(`^${filled}$`, "s");
    return (value) => expression.test(value);
  });
}

/** Action names: wildcards, any case, no variables. */
export function action(text: string): Test {
  if (!/^(\*|[\w-]+:[\w*?]+)$/.test(text)) throw new Error(`${text} is no action pattern`);
  const expression = new RegExp(`^${text.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
  return (value) => expression.test(value);
}

const outsideVariables = /:(?![^{}]*\})/;

/** The six parts of an ARN; colons after the fifth belong to the resource. */
function partsOf(arn: string, colon: string | RegExp): string[] | undefined {
  const parts = arn.split(colon);
  if (parts.length < 6) return undefined;
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}

/** Compares part by part, so a wildcard in the account never swallows the resource. */
export function arn(text: string): Pattern {
  if (text === "*") return () => () => true;
  const patterns = partsOf(text, outsideVariables)?.map(glob);
  if (patterns === undefined) throw new Error(`${text} is no ARN of six parts`);
  return (context) => {
    const tests = patterns.map((pattern) => pattern(context));
    return (value) => {
      const parts = partsOf(value, ":");
      return parts !== undefined && tests.every((test, index) => test(parts[index] ?? ""));
    };
  };
}
