import { accept, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import type { Commit } from "./commit.ts";
import { idempotencyKey, storedAnswer } from "./idempotency.ts";
import type { Idempotency, StoredAnswer } from "./idempotency.ts";
import type { Attributes } from "./item.ts";
import type { Key } from "./key.ts";
import type { ScopedTable } from "./table.ts";

export type CommitRefusal =
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "idempotency-key-reused" };

/** What to answer, and what to change; without a change nothing is written. */
export type Decided<Answer> = {
  readonly answer: Answer;
  readonly change?: Omit<Commit, "idempotency"> | undefined;
};

/** One command in three steps: load, decide, commit. */
export type Command<Answer, Refusal> = {
  readonly reads: readonly Key[];
  readonly idempotency?: Idempotency | undefined;
  /** Pure: the rows that were read, in the order of `reads`, to a decision. */
  readonly decide: (rows: readonly (Attributes | undefined)[]) => Result<Decided<Answer>, Refusal>;
  /** Reads back the answer that an earlier try stored. */
  readonly parseAnswer: (stored: unknown) => Answer;
};

// A lost race is decided anew from what stands there now, so that the refusal is the domain's own.
const MOST_DECISIONS = 3;

function replay<Answer, Refusal>(command: Command<Answer, Refusal>, before: StoredAnswer) {
  return before.bodyHash === command.idempotency?.bodyHash
    ? accept(command.parseAnswer(before.answer))
    : refuse<CommitRefusal>({ kind: "idempotency-key-reused" });
}

/** A batch read is no snapshot: the row may have been committed after it was read. */
async function answeredMeanwhile(
  table: ScopedTable,
  idempotency: Idempotency | undefined,
): Promise<StoredAnswer | undefined> {
  if (!idempotency) return undefined;
  const [row] = await table.load([idempotencyKey(idempotency)]);
  return storedAnswer(row);
}

/**
 * Runs a command: one batch read, one pure decision, one transaction. A retry of a committed command
 * answers the same; a refused command commits nothing; a lost race is decided again from fresh rows, at
 * most three times. Throws only faults.
 */
export async function decideAndCommit<Answer, Refusal>(
  table: ScopedTable,
  command: Command<Answer, Refusal>,
): Promise<Result<Answer, Refusal | CommitRefusal>> {
  const { idempotency } = command;
  for (let turn = 0; turn < MOST_DECISIONS; turn += 1) {
    const keys = idempotency ? [...command.reads, idempotencyKey(idempotency)] : command.reads;
    const rows = await table.load(keys);
    const before = idempotency && storedAnswer(rows.at(-1));
    if (before) return replay(command, before);

    const decision = command.decide(rows.slice(0, command.reads.length));
    if (!decision.ok) {
      const late = await answeredMeanwhile(table, idempotency);
      return late ? replay(command, late) : decision;
    }
    const { answer, change } = decision.value;
    if (!change) return accept(answer);
    const outcome = await table.commit({
      ...change,
      idempotency: idempotency && { of: idempotency, answer },
    });
    if (outcome.kind === "done") return accept(answer);
  }
  const late = await answeredMeanwhile(table, idempotency);
  return late ? replay(command, late) : refuse({ kind: "changed-meanwhile" });
}
