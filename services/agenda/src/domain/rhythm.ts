import { addDays, monthOf, weekday } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";

/** Which of a weekday's turns in a month, such as the third Friday; a month without a fifth is skipped. */
export type Turn = 1 | 2 | 3 | 4 | 5 | "last";

export type MonthDay = { readonly turn: Turn; readonly weekday: number } | { readonly day: number };

/** When a series comes back. Weekdays as in ISO 8601: 1 = Monday to 7 = Sunday. */
export type SeriesRhythm =
  | { readonly every: "weeks"; readonly count: number; readonly weekdays: readonly number[] }
  | { readonly every: "months"; readonly count: number; readonly on: MonthDay }
  | { readonly every: "listed-date"; readonly dates: readonly CalendarDate[] };

// Half a year in weeks, a year in months: whoever meets less often lists the dates.
const MOST_WEEKS = 26;
const MOST_MONTHS = 12;

const isWithin = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= most;

/** Whether its numbers exist: weekdays 1 to 7, days 1 to 31, and something to come back on. */
export function isInRange(rhythm: SeriesRhythm): boolean {
  if (rhythm.every === "listed-date") return rhythm.dates.length > 0;
  if (rhythm.every === "months") {
    const { count, on } = rhythm;
    return (
      isWithin(count, MOST_MONTHS) &&
      isWithin("day" in on ? on.day : on.weekday, "day" in on ? 31 : 7)
    );
  }
  const { count, weekdays } = rhythm;
  const areWeekdays = weekdays.length > 0 && weekdays.every((day) => isWithin(day, 7));
  return areWeekdays && isWithin(count, MOST_WEEKS);
}

function fallsOn(date: CalendarDate, on: MonthDay): boolean {
  const day = Number(date.slice(8));
  if ("day" in on) return day === on.day;
  if (weekday(date) !== on.weekday) return false;
  return on.turn === "last"
    ? monthOf(addDays(date, 7)) !== monthOf(date)
    : Math.ceil(day / 7) === on.turn;
}

/** Whether a series with this rhythm can start on this date. */
export function canStartOn(rhythm: SeriesRhythm, date: CalendarDate): boolean {
  if (rhythm.every === "weeks") return rhythm.weekdays.includes(weekday(date));
  if (rhythm.every === "months") return fallsOn(date, rhythm.on);
  return rhythm.dates.toSorted()[0] === date;
}
