import { calendarDate, clockTime } from "./calendar-date.ts";
import type { CalendarDate, ClockTime } from "./calendar-date.ts";

/** What the clock on the wall in Brussels shows. */
export type WallTime = { readonly date: CalendarDate; readonly time: ClockTime };

const ZONE = "Europe/Brussels";
const wall = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE,
  dateStyle: "short",
  timeStyle: "short",
});

/** The Brussels wall time of an instant (milliseconds since 1970, UTC). */
export function brusselsWallTime(instant: number): WallTime {
  const [date = "", time = ""] = wall.format(instant).split(" ");
  return { date: calendarDate(date), time: clockTime(time) };
}

/** Offset of Brussels from UTC at an instant, in minutes: 60 in winter, 120 in summer. */
function offsetMinutes(instant: number): number {
  const { date, time } = brusselsWallTime(instant);
  return Math.round((Date.parse(`${date}T${time}:00Z`) - instant) / 60_000);
}

/**
 * The instant (milliseconds since 1970, UTC) at which the wall in Brussels shows this time.
 * A time that the spring change skips is read with the offset before it; a time that the autumn
 * change repeats means its first turn (both as RFC 5545 section 3.3.5 asks).
 */
export function brusselsInstant({ date, time }: WallTime): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const before = offsetMinutes(asUtc - 6 * 3_600_000);
  const guess = asUtc - before * 60_000;
  const after = offsetMinutes(asUtc + 6 * 3_600_000);
  if (before === after || offsetMinutes(guess) === before) return guess;
  const later = asUtc - after * 60_000;
  return offsetMinutes(later) === after ? later : guess;
}

/**
 * The wall time as ISO 8601 with its offset, for example `2026-11-27T14:00:00+01:00`; a time that the
 * spring change skips becomes the time that the wall shows instead.
 */
export function isoWithOffset(at: WallTime): string {
  const instant = brusselsInstant(at);
  const { date, time } = brusselsWallTime(instant);
  return `${date}T${time}:00+0${offsetMinutes(instant) / 60}:00`;
}
