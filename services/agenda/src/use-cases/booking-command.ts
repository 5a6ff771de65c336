import type { Actor, Scope } from "@digihulp/access";
import { accept, refuse } from "@digihulp/kernel";
import type { Result, WallTime } from "@digihulp/kernel";
import { bodyHash, decideAndCommit } from "@digihulp/store";
import type { Attributes, CommitRefusal, Decided, Table, Write } from "@digihulp/store";
import type { After, AttendanceRefusal, Decide } from "../domain/attendance.ts";
import type { Booking, For } from "../domain/booking.ts";
import type { OccurrenceId } from "../domain/occurrence.ts";
import { allFree } from "../domain/seats.ts";
import { bookingFrom, bookingItem, bookingKey, bookingOf } from "../store/booking-item.ts";
import { occurrenceFrom, occurrenceKey } from "../store/occurrence-item.ts";
import { seatsFrom, seatsItem, seatsKey } from "../store/seats-item.ts";
import { next } from "../store/versioned.ts";
import { settled } from "./settled.ts";

export type AttendanceDeps = { readonly table: Table };

/** Who asks, when, and under which key a repetition is known. */
export type Asked = {
  readonly actor: Actor;
  readonly now: WallTime;
  readonly idempotencyKey?: string | undefined;
};

export type BookingCommand = For & { readonly occurrence: OccurrenceId; readonly asked: Asked };

export type OccurrenceUnknown = { readonly kind: "occurrence-unknown" };
export type BookingRefusal = AttendanceRefusal | OccurrenceUnknown | CommitRefusal;

export type BookingUseCase = (
  deps: AttendanceDeps,
) => (scope: Scope, command: BookingCommand) => Promise<Result<Booking, BookingRefusal>>;

type Rows = readonly (Attributes | undefined)[];

function change(rows: Rows, after: After, { occurrence, asked }: BookingCommand) {
  const [momentRow, seatsRow, bookingRow] = rows;
  const { booking, seats, happened } = after;
  if (!happened || !momentRow) return undefined;
  const { person, question } = booking;
  const moment = occurrenceFrom(momentRow);
  const withSeats: Write[] = seats
    ? [
        // A place in a moment that was cancelled or moved in the same second would be worth nothing.
        { kind: "unchanged", key: occurrenceKey(occurrence), readVersion: moment.version },
        next(seatsFrom(seatsRow), (version) => seatsItem(occurrence, seats, version)),
      ]
    : [];
  const written = next(bookingFrom(bookingRow), (version) =>
    bookingItem(occurrence, booking, version),
  );
  return {
    writes: [...withSeats, written],
    event: {
      name: happened,
      actor: asked.actor,
      subject: occurrence,
      detail: { occurrence, person, ...(question ? { question } : {}) },
    },
  };
}

const decided =
  (decide: Decide, command: BookingCommand) =>
  (rows: Rows): Result<Decided<Booking>, AttendanceRefusal | OccurrenceUnknown> => {
    const [momentRow, seatsRow, bookingRow] = rows;
    if (!momentRow) return refuse({ kind: "occurrence-unknown" });
    const occurrence = occurrenceFrom(momentRow);
    const seats = seatsFrom(seatsRow)?.value ?? allFree(occurrence.kind);
    const booking = bookingFrom(bookingRow)?.value;
    const after = decide({ occurrence, seats, booking }, command, command.asked.now);
    if (!after.ok) return after;
    return accept({ answer: after.value.booking, change: change(rows, after.value, command) });
  };

/** One booking's command as a use case: one batch read, the decision, one transaction. */
export const bookingCommand =
  (operation: string, decide: Decide): BookingUseCase =>
  ({ table }) =>
  (scope, command) => {
    const { occurrence, person, question, asked } = command;
    const { idempotencyKey: key } = asked;
    const idempotency = key && {
      operation,
      key,
      bodyHash: bodyHash({ occurrence, person, question }),
    };
    return settled(() =>
      decideAndCommit(table.within(scope), {
        reads: [occurrenceKey(occurrence), seatsKey(occurrence), bookingKey(occurrence, person)],
        idempotency: idempotency || undefined,
        decide: decided(decide, command),
        parseAnswer: bookingOf,
      }),
    );
  };
