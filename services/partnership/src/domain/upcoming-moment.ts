import { isCalendarDate, isClockTime } from "@digihulp/kernel";
import type { CalendarDate, ClockTime } from "@digihulp/kernel";
import * as z from "zod/mini";

/**
 * What the start page shows of a moment: the public facts that the agenda's events carry. A row of the
 * read model has the same shape, so a replay of the events makes the same rows.
 */
export const UpcomingMoment = z.object({
  id: z.string(),
  digiclub: z.string(),
  municipality: z.string(),
  date: z.custom<CalendarDate>(isCalendarDate),
  from: z.custom<ClockTime>(isClockTime),
  until: z.custom<ClockTime>(isClockTime),
  kind: z.enum(["drop-in", "drop-in-with-workshop"]),
  title: z.string(),
  room: z.optional(z.string()),
  state: z.enum(["planned", "cancelled"]),
  version: z.number(),
});
export type UpcomingMoment = z.infer<typeof UpcomingMoment>;

/** The event of the agenda that this page listens to. */
export const OccurrencesPlanned = z.object({ occurrences: z.array(UpcomingMoment) });
export const OCCURRENCES_PLANNED = "occurrences-planned";
