import { instantOf, wallTime } from "./schedules/zone.ts";

export type Clock = {
  /** How far this clock runs ahead of the real one, in milliseconds. */
  shift: number;
  /** Milliseconds since 1970. */
  now(): number;
};

/** The dates that people agree on are those of Brussels. */
const TIME_ZONE = "Europe/Brussels";
const MINUTE = 60_000;

/** Whether a text is a calendar date such as 2026-11-23. */
export function isDate(text: string): boolean {
  const moment = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(moment) &&
    new Date(moment).toISOString().startsWith(text)
  );
}

function shiftTo(today: string, now: number): number {
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  const { hour, minute } = wallTime(now, TIME_ZONE);
  const date = { year, month, day };
  const moment =
    instantOf({ ...date, hour, minute }, TIME_ZONE) ??
    // The clock skips this hour on that day.
    instantOf({ ...date, hour: hour + 1, minute }, TIME_ZONE) ??
    now;
  return moment - Math.floor(now / MINUTE) * MINUTE;
}

/** The real clock, or one that shows another date at the same time of day in Brussels. */
export function createClock(today: string | undefined, real: () => number = Date.now): Clock {
  if (today !== undefined && !isDate(today)) throw new Error(`${today} is no date like 2026-11-23`);
  const shift = today === undefined ? 0 : shiftTo(today, real());
  return { shift, now: () => real() + shift };
}
