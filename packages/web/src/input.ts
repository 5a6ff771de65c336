import * as z from "zod/mini";
import type { ProblemIssue } from "./problem.ts";

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly ProblemIssue[] };

/** Every field as the last value that was given for it; empty fields count as not given. */
export const fieldsOf = (params: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...params].filter(([, value]) => value.trim() !== ""));

/** Parses untrusted input; each issue names its field, `body` when it is the whole. */
export function parse<Schema extends z.core.$ZodType>(
  schema: Schema,
  input: unknown,
): Parsed<z.core.output<Schema>> {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.map(({ path, message }) => ({
    field: path.length > 0 ? path.join(".") : "body",
    message,
  }));
  return { ok: false, issues };
}
