import { isCalendarDate, isClockTime, isId } from "@digihulp/kernel";
import type { CalendarDate, ClockTime } from "@digihulp/kernel";
import type { Attributes, Item, Key } from "@digihulp/store";
import * as z from "zod/mini";
import type { Booking, PersonId, QuestionId } from "../domain/booking.ts";
import type { OccurrenceId } from "../domain/occurrence.ts";
import type { Versioned } from "./versioned.ts";

const whose = {
  person: z.custom<PersonId>(isId("per")),
  question: z.optional(z.custom<QuestionId>(isId("qst"))),
};
const noted = z.object({
  date: z.custom<CalendarDate>(isCalendarDate),
  time: z.custom<ClockTime>(isClockTime),
});

/** A booking as it is stored and as the API shows it. */
export const StoredBooking = z.discriminatedUnion("state", [
  z.object({ ...whose, state: z.literal("booked") }),
  z.object({ ...whose, state: z.literal("present"), noted }),
  z.object({ ...whose, state: z.literal("absent"), noted }),
  z.object({ ...whose, state: z.literal("cancelled") }),
]);

/** Reads a booking back; a row of another shape is a fault, never a guess. */
export function bookingOf(stored: unknown): Booking {
  const { question, ...rest } = z.parse(StoredBooking, stored);
  return { ...rest, ...(question === undefined ? {} : { question }) };
}

export const BOOKING_PREFIX = "booking|";

export const bookingKey = (of: OccurrenceId, person: PersonId): Key => ({
  partition: ["occurrence", of],
  sort: `${BOOKING_PREFIX}${person}`,
});

export const bookingFrom = (row: Attributes | undefined): Versioned<Booking> | undefined =>
  row && { value: bookingOf(row), version: z.parse(z.number(), row["version"]) };

export const bookingItem = (of: OccurrenceId, booking: Booking, version: number): Item => ({
  key: bookingKey(of, booking.person),
  type: "booking",
  version,
  attributes: booking,
});
