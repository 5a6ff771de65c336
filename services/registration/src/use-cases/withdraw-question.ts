import type { Actor, Scope } from "@digihulp/access";
import { accept, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { bodyHash, decideAndCommit } from "@digihulp/store";
import type { Attributes, CommitRefusal, Decided, Table } from "@digihulp/store";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import { withdraw } from "../domain/question.ts";
import { told } from "../domain/told.ts";
import { questionFrom, questionItem, questionKey } from "../store/question-item.ts";

type Deps = { readonly table: Table; readonly now: () => number };

export type WithdrawQuestion = {
  readonly actor: Actor;
  readonly person: PersonId;
  readonly question: QuestionId;
  readonly idempotencyKey?: string | undefined;
};
export type WithdrawRefusal =
  | { readonly kind: "unknown-question" }
  | { readonly kind: "question-not-waiting" }
  | CommitRefusal;

const decided =
  ({ actor }: WithdrawQuestion, now: number) =>
  ([row]: readonly (Attributes | undefined)[]): Result<Decided<"withdrawn">, WithdrawRefusal> => {
    if (!row) return refuse({ kind: "unknown-question" });
    const { question, version } = questionFrom(row);
    if (question.state === "withdrawn") return accept({ answer: "withdrawn" });
    if (question.state !== "waiting") return refuse({ kind: "question-not-waiting" });
    const after = withdraw(question, now);
    const detail = told(after, version + 1);
    return accept({
      answer: "withdrawn",
      change: {
        writes: [{ kind: "replace", item: questionItem(after, version + 1), readVersion: version }],
        event: { name: "question-withdrawn", actor, subject: question.id, detail },
      },
    });
  };

/** Takes a question that waits off the list, because the person needs no more help with it. */
export const withdrawQuestion =
  ({ table, now }: Deps) =>
  (scope: Scope, command: WithdrawQuestion): Promise<Result<"withdrawn", WithdrawRefusal>> => {
    const { person, question, idempotencyKey: key } = command;
    return decideAndCommit<"withdrawn", WithdrawRefusal>(table.within(scope), {
      reads: [questionKey(person, question)],
      idempotency: key
        ? { operation: "withdraw-question", key, bodyHash: bodyHash({ person, question }) }
        : undefined,
      decide: decided(command, now()),
      parseAnswer: () => "withdrawn",
    });
  };
