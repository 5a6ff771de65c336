import { job } from "@digihulp/access";
import type { Scope } from "@digihulp/access";
import { accept } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { decideAndCommit } from "@digihulp/store";
import type { Attributes, CommitRefusal, Decided, Table } from "@digihulp/store";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import { follow } from "../domain/question.ts";
import type { Step } from "../domain/question.ts";
import { newsOf, told } from "../domain/told.ts";
import { questionFrom, questionItem, questionKey } from "../store/question-item.ts";

type Deps = { readonly table: Table };

export type FollowQuestion = {
  readonly person: PersonId;
  readonly question: QuestionId;
  readonly step: Step;
};
/** `known-already` when this event was told before, `unknown-question` when nobody asked that here. */
export type Followed = "followed" | "known-already" | "unknown-question";

const decided =
  ({ step }: FollowQuestion) =>
  ([row]: readonly (Attributes | undefined)[]): Result<Decided<Followed>, never> => {
    if (!row) return accept({ answer: "unknown-question" });
    const { question: before, version } = questionFrom(row);
    const after = follow(before, step);
    if (after === before) return accept({ answer: "known-already" });
    const next = version + 1;
    return accept({
      answer: "followed",
      change: {
        writes: [{ kind: "replace", item: questionItem(after, next), readVersion: version }],
        event: {
          name: newsOf(before, after),
          actor: job("follow-question"),
          subject: after.id,
          detail: told(after, next),
        },
      },
    });
  };

/** Brings a question up to date with what the agenda told; in any order, and any number of times. */
export const followQuestion =
  ({ table }: Deps) =>
  (scope: Scope, command: FollowQuestion): Promise<Result<Followed, CommitRefusal>> =>
    decideAndCommit<Followed, never>(table.within(scope), {
      reads: [questionKey(command.person, command.question)],
      decide: decided(command),
      parseAnswer: () => "known-already",
    });
