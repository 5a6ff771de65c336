import { asRecord, field, isRecord, type Json } from "./shape.ts";

type Operand = { kind: "name"; name: string } | { kind: "value"; text: string | undefined };
type Equality = { name: string; text: string | undefined };

class Unreadable extends Error {}

const tokenShape = /\s*(#\w+|:\w+|[A-Za-z_]\w*|<=|>=|[=<>(),])/y;

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  const text = expression.trimEnd();
  tokenShape.lastIndex = 0;
  while (tokenShape.lastIndex < text.length) {
    const [, token] = tokenShape.exec(text) ?? [];
    if (token === undefined) throw new Unreadable();
    tokens.push(token);
  }
  return tokens;
}

/** The text of an attribute value of type S; other types are no leading key of this product. */
export function textOf(value: unknown): string | undefined {
  if (!isRecord(value) || Object.keys(value).length !== 1) return undefined;
  const text = field(value, "S");
  return typeof text === "string" ? text : undefined;
}

/** Reads `pk = :a AND begins_with(sk, :b)` in all its spellings; anything else is unreadable. */
class Reader {
  readonly equalities: Equality[] = [];
  private readonly input: Json;
  private readonly tokens: readonly string[];
  private position = 0;

  constructor(input: Json, expression: string) {
    this.input = input;
    this.tokens = tokensOf(expression);
  }

  read(): Equality[] {
    this.conjunction();
    if (this.position !== this.tokens.length) throw new Unreadable();
    return this.equalities;
  }

  private next(): string {
    return this.tokens[this.position++] ?? "";
  }

  private expect(wanted: string): void {
    if (this.next().toUpperCase() !== wanted) throw new Unreadable();
  }

  private accept(wanted: string): boolean {
    if (this.tokens[this.position]?.toUpperCase() !== wanted) return false;
    this.position += 1;
    return true;
  }

  private conjunction(): void {
    do this.term();
    while (this.accept("AND"));
  }

  private term(): void {
    if (this.accept("(")) {
      this.conjunction();
      this.expect(")");
    } else if (this.tokens[this.position + 1] === "(") this.beginsWith();
    else this.comparison();
  }

  private beginsWith(): void {
    if (this.next() !== "begins_with") throw new Unreadable();
    this.expect("(");
    this.operand();
    this.expect(",");
    this.operand();
    this.expect(")");
  }

  private comparison(): void {
    const left = this.operand();
    const comparator = this.next().toUpperCase();
    const right = this.operand();
    if (comparator === "BETWEEN") {
      this.expect("AND");
      this.operand();
    } else if (comparator === "=") this.equality(left, right);
    else if (!["<", "<=", ">", ">="].includes(comparator)) throw new Unreadable();
  }

  private equality(left: Operand, right: Operand): void {
    if (left.kind === "name" && right.kind === "value") {
      this.equalities.push({ name: left.name, text: right.text });
    } else if (left.kind === "value" && right.kind === "name") {
      this.equalities.push({ name: right.name, text: left.text });
    } else throw new Unreadable();
  }

  private operand(): Operand {
    const token = this.next();
    if (token.startsWith(":")) {
      const values = asRecord(field(this.input, "ExpressionAttributeValues"));
      return { kind: "value", text: textOf(field(values, token)) };
    }
    if (token.startsWith("#")) {
      const name = field(asRecord(field(this.input, "ExpressionAttributeNames")), token);
      if (typeof name !== "string") throw new Unreadable();
      return { kind: "name", name };
    }
    if (!/^\w+$/.test(token)) throw new Unreadable();
    return { kind: "name", name: token };
  }
}

/** The partition key value a Query asks for, or undefined when that cannot be said for certain. */
export function queriedKey(input: Json, partitionKey: string): string | undefined {
  const expression = field(input, "KeyConditionExpression");
  if (typeof expression !== "string") return undefined;
  try {
    const found = new Reader(input, expression)
      .read()
      .filter((equality) => equality.name === partitionKey);
    return found.length === 1 ? found[0]?.text : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
