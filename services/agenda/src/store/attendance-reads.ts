import { monthsBetween } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import type { Attributes, Query, ScopedTable } from "@digihulp/store";
import type { Booking, PersonId } from "../domain/booking.ts";
import type { Occurrence, OccurrenceId } from "../domain/occurrence.ts";
import type { Ahead } from "../domain/planning.ts";
import { allFree } from "../domain/seats.ts";
import type { Seats } from "../domain/seats.ts";
import { BOOKING_PREFIX, bookingFrom, bookingKey, bookingOf } from "./booking-item.ts";
import { occurrenceFrom } from "./occurrence-item.ts";
import { seatsFrom, seatsKey } from "./seats-item.ts";
import { tallyFrom } from "./tally-item.ts";

/** A moment with everybody who is booked into it, and how many came without giving a name. */
export type MomentSheet = {
  readonly occurrence: Occurrence;
  readonly seats: Seats;
  readonly visitors: number;
  readonly bookings: readonly Booking[];
};

async function all(table: ScopedTable, query: Query): Promise<Attributes[]> {
  const rows: Attributes[] = [];
  for (let page = await table.query(query); ;) {
    rows.push(...page.rows);
    if (!page.after) return rows;
    page = await table.query({ ...query, after: page.after });
  }
}

/** The tenant's moments between two dates, both included, in order of time: one round trip. */
export async function momentsBetween(
  table: ScopedTable,
  from: CalendarDate,
  until: CalendarDate,
): Promise<Occurrence[]> {
  const months = monthsBetween(from, until).map((of) =>
    // '~' sorts after every character that follows a date in a sort key.
    all(table, { partition: ["month", of], index: "byMonth", between: [from, `${until}~`] }),
  );
  return (await Promise.all(months)).flat().map(occurrenceFrom);
}

/** One moment as it stands now; undefined when there is none. */
export async function momentSheet(
  table: ScopedTable,
  id: OccurrenceId,
): Promise<MomentSheet | undefined> {
  const rows = await all(table, { partition: ["occurrence", id] });
  const at = (sort: string): Attributes | undefined => rows.find((row) => row["sk"] === sort);
  const moment = at("occurrence");
  if (!moment) return undefined;
  const occurrence = occurrenceFrom(moment);
  return {
    occurrence,
    seats: seatsFrom(at("seats"))?.value ?? allFree(occurrence.kind),
    visitors: tallyFrom(at("tally"))?.value ?? 0,
    bookings: rows
      .filter(({ sk }) => typeof sk === "string" && sk.startsWith(BOOKING_PREFIX))
      .map(bookingOf),
  };
}

/** The places of each moment and this person's booking there: one batch read, 50 moments at most. */
export async function placesFor(
  table: ScopedTable,
  moments: readonly Occurrence[],
  person: PersonId,
): Promise<Ahead[]> {
  const rows = await table.load([
    ...moments.map(({ id }) => seatsKey(id)),
    ...moments.map(({ id }) => bookingKey(id, person)),
  ]);
  return moments.map((occurrence, at) => ({
    occurrence,
    seats: seatsFrom(rows[at])?.value ?? allFree(occurrence.kind),
    booking: bookingFrom(rows[moments.length + at])?.value,
  }));
}
