import { instantOf, wallTime } from "./schedules/zone.ts";

export type Clock = {
  /** How far this clock runs ahead of the real one now, in milliseconds. */
  readonly shift: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** Shows another instant from now on, and runs on from there. */
  travelTo(instant: number): void;
  /** Shows again what it would have shown without any travel. */
  comeBack(): void;
  /** Hears of every travel, just after it. */
  onTravel(listener: () => void): void;
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
  const home = today === undefined ? 0 : shiftTo(today, real());
  const listeners: (() => void)[] = [];
  let shift = home;
  const travel = (next: number): void => {
    shift = next;
    for (const listener of listeners) listener();
  };
  return {
    get shift() {
      return shift;
    },
    now: () => real() + shift,
    travelTo: (instant) => travel(instant - real()),
    comeBack: () => travel(home),
    onTravel: (listener) => void listeners.push(listener),
  };
}
