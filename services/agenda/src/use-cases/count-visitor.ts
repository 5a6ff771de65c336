import type { Scope } from "@digihulp/access";
import { accept, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { bodyHash, decideAndCommit } from "@digihulp/store";
import type { Attributes, CommitRefusal, Decided } from "@digihulp/store";
import * as z from "zod/mini";
import type { OccurrenceId } from "../domain/occurrence.ts";
import { countVisitor as count } from "../domain/visitors.ts";
import type { VisitorChange, VisitorRefusal } from "../domain/visitors.ts";
import { occurrenceFrom, occurrenceKey } from "../store/occurrence-item.ts";
import { tallyFrom, tallyItem, tallyKey } from "../store/tally-item.ts";
import { next } from "../store/versioned.ts";
import type { Asked, AttendanceDeps, OccurrenceUnknown } from "./booking-command.ts";
import { settled } from "./settled.ts";

export type CountVisitor = {
  readonly occurrence: OccurrenceId;
  readonly change: VisitorChange;
  readonly asked: Asked;
};

export type CountRefusal = VisitorRefusal | OccurrenceUnknown | CommitRefusal;

const decided =
  ({ occurrence, change, asked }: CountVisitor) =>
  ([momentRow, tallyRow]: readonly (Attributes | undefined)[]): Result<
    Decided<number>,
    VisitorRefusal | OccurrenceUnknown
  > => {
    if (!momentRow) return refuse({ kind: "occurrence-unknown" });
    const tally = tallyFrom(tallyRow);
    const before = { occurrence: occurrenceFrom(momentRow), visitors: tally?.value ?? 0 };
    const after = count(before, change, asked.now);
    if (!after.ok) return after;
    const visitors = after.value;
    return accept({
      answer: visitors,
      change: {
        writes: [next(tally, (version) => tallyItem(occurrence, visitors, version))],
        event: {
          name: "visitor-counted",
          actor: asked.actor,
          subject: occurrence,
          detail: { occurrence, visitors },
        },
      },
    });
  };

/** Counts somebody who comes without giving a name, or takes one off; answers how many there are. */
export const countVisitor =
  ({ table }: AttendanceDeps) =>
  (scope: Scope, command: CountVisitor): Promise<Result<number, CountRefusal>> => {
    const { occurrence, change, asked } = command;
    const { idempotencyKey: key } = asked;
    const idempotency = key && {
      operation: "count-visitor",
      key,
      bodyHash: bodyHash({ occurrence, change }),
    };
    return settled(() =>
      decideAndCommit(table.within(scope), {
        reads: [occurrenceKey(occurrence), tallyKey(occurrence)],
        idempotency: idempotency || undefined,
        decide: decided(command),
        parseAnswer: (stored) => z.parse(z.number(), stored),
      }),
    );
  };
