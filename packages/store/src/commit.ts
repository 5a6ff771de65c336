import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { domainEvent } from "@digihulp/events";
import type { DomainEvent, EventDraft } from "@digihulp/events";
import { brusselsWallTime, monthOf } from "@digihulp/kernel";
import { idempotencyItem } from "./idempotency.ts";
import type { Idempotency } from "./idempotency.ts";
import type { Item } from "./item.ts";
import { eventPartition } from "./key.ts";
import { putNew, putUnlessLive, transactionItem } from "./write.ts";
import type { Write, Writer } from "./write.ts";

/** Everything one command changes: state, what happened, and the answer a retry will get. */
export type Commit = {
  readonly writes: readonly Write[];
  readonly event: EventDraft;
  readonly idempotency?: { readonly of: Idempotency; readonly answer: unknown } | undefined;
};

// TransactWriteItems takes at most 100 items; the event and the idempotency row are two of them.
const MOST_WRITES = 98;

function eventItem(event: DomainEvent): Item {
  const { id, ...rest } = event;
  return {
    key: { partition: eventPartition(monthOf(brusselsWallTime(event.at).date)), sort: id },
    type: "event",
    version: 1,
    attributes: { ...rest, id },
  };
}

/** The transaction of a commit, in fixed order: idempotency row (if any), state, event. */
export function transactionOf(writer: Writer, commit: Commit, now: number): TransactWriteItem[] {
  if (commit.writes.length > MOST_WRITES) throw new RangeError("too many writes in one commit");
  const { tag, region } = writer.scope;
  const event = domainEvent(commit.event, { at: now, region, scope: tag });
  const { idempotency } = commit;
  return [
    ...(idempotency
      ? [putUnlessLive(writer, idempotencyItem(idempotency.of, idempotency.answer, now), now)]
      : []),
    ...commit.writes.map((write) => transactionItem(writer, write)),
    putNew(writer, eventItem(event)),
  ];
}
