import type { Actor, Scope } from "@digihulp/access";
import { accept, newId, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { bodyHash, decideAndCommit } from "@digihulp/store";
import type { CommitRefusal, Decided, Table } from "@digihulp/store";
import * as z from "zod/mini";
import { isQuestionId } from "../domain/ids.ts";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import type { Wish } from "../domain/intake.ts";
import { ask } from "../domain/question.ts";
import { told } from "../domain/told.ts";
import { cardKey, versionOf } from "../store/client-items.ts";
import { questionItem } from "../store/question-item.ts";

type Deps = { readonly table: Table; readonly now: () => number };

export type AskQuestion = {
  readonly actor: Actor;
  readonly person: PersonId;
  readonly wish: Wish;
  readonly idempotencyKey?: string | undefined;
};
export type AskRefusal = { readonly kind: "unknown-client" } | CommitRefusal;

export const AskedQuestion = z.object({ question: z.custom<QuestionId>(isQuestionId) });
export type AskedQuestion = z.infer<typeof AskedQuestion>;

function change({ actor, person, wish }: AskQuestion, id: QuestionId, now: number) {
  const question = ask({ id, person, ...wish, createdAt: now });
  return {
    item: questionItem(question, 1),
    event: { name: "question-asked", actor, subject: id, detail: told(question, 1) },
  };
}

/** Puts another question of somebody who is known on the waiting list. */
export const askQuestion =
  ({ table, now }: Deps) =>
  (scope: Scope, command: AskQuestion): Promise<Result<AskedQuestion, AskRefusal>> => {
    const { person, wish, idempotencyKey: key } = command;
    const at = now();
    const question = newId("qst", at);
    return decideAndCommit(table.within(scope), {
      reads: [cardKey(person)],
      idempotency: key
        ? { operation: "ask-question", key, bodyHash: bodyHash({ person, ...wish }) }
        : undefined,
      decide: ([card]): Result<Decided<AskedQuestion>, AskRefusal> => {
        if (!card) return refuse({ kind: "unknown-client" });
        const { item, event } = change(command, question, at);
        const isStillKnown = { kind: "unchanged", key: cardKey(person) } as const;
        const writes = [
          { ...isStillKnown, readVersion: versionOf(card) },
          { kind: "create", item } as const,
        ];
        return accept({ answer: { question }, change: { writes, event } });
      },
      parseAnswer: (stored) => z.parse(AskedQuestion, stored),
    });
  };
