import { calendarDate, clockTime } from "./calendar-date.ts";
import type { CalendarDate, ClockTime } from "./calendar-date.ts";

/** What the clock on the wall in Brussels shows. */
export type WallTime = { readonly date: CalendarDate; readonly time: ClockTime };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The instant in March or October (3 or 10) at which the clocks change: the last Sunday, 01:00 UTC. */
function clockChange(year: number, month: 3 | 10): number {
  const lastDay = Date.UTC(year, month, 0, 1);
  return lastDay - new Date(lastDay).getUTCDay() * DAY;
}

// By the rule of Directive 2000/84/EC instead of Intl, whose first DateTimeFormat costs every cold start
// 12 to 19 ms. Right for Brussels since 1996; a test compares it with the time zone database.
function offsetHours(instant: number): 1 | 2 {
  const year = new Date(instant).getUTCFullYear();
  return instant >= clockChange(year, 3) && instant < clockChange(year, 10) ? 2 : 1;
}

/** The Brussels wall time of an instant (milliseconds since 1970, UTC; from 1996 on). */
export function brusselsWallTime(instant: number): WallTime {
  const shown = new Date(instant + offsetHours(instant) * HOUR).toISOString();
  return { date: calendarDate(shown.slice(0, 10)), time: clockTime(shown.slice(11, 16)) };
}

/**
 * The instant (milliseconds since 1970, UTC) at which the wall in Brussels shows this time, from 1996 on.
 * A time that the spring change skips is read with the offset before it; a time that the autumn
 * change repeats means its first turn (both as RFC 5545 section 3.3.5 asks).
 */
export function brusselsInstant({ date, time }: WallTime): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const inSummer = asUtc - 2 * HOUR;
  return offsetHours(inSummer) === 2 ? inSummer : asUtc - HOUR;
}

/**
 * The wall time as ISO 8601 with its offset, for example `2026-11-27T14:00:00+01:00`; a time that the
 * spring change skips becomes the time that the wall shows instead.
 */
export function isoWithOffset(at: WallTime): string {
  const instant = brusselsInstant(at);
  const { date, time } = brusselsWallTime(instant);
  return `${date}T${time}:00+0${offsetHours(instant)}:00`;
}
