import type { Context } from "./context-keys.ts";
import type { Principal, Statement } from "./policy.ts";

export type Question = {
  action: string;
  resource: string;
  context: Context;
  /** Asked of trust policies only. */
  principal?: Principal;
};

/** `refused` is an explicit Deny; `silent` means that no statement allows it. */
export type Verdict = "allowed" | "refused" | "silent";

function applies(statement: Statement, question: Question): boolean {
  return (
    statement.concernsAction(question.action) &&
    statement.concernsPrincipal(question.principal) &&
    statement.concernsResource(question.resource, question.context) &&
    statement.conditions.every((condition) => condition.holds(question.context))
  );
}

/** One Deny outweighs every Allow; without an Allow nothing is allowed. */
export function judge(statements: readonly Statement[], question: Question): Verdict {
  let verdict: Verdict = "silent";
  for (const statement of statements) {
    if (statement.allows && verdict === "allowed") continue;
    if (!applies(statement, question)) continue;
    if (!statement.allows) return "refused";
    verdict = "allowed";
  }
  return verdict;
}
