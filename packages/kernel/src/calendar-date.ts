import type { Brand } from "./brand.ts";

/** A Brussels calendar date that people agree on, `YYYY-MM-DD`; never an instant. */
export type CalendarDate = Brand<string, "CalendarDate">;
/** A calendar month, `YYYY-MM`. */
export type Month = Brand<string, "Month">;
/** Wall-clock time in Brussels, `HH:MM`, 24 hours. */
export type ClockTime = Brand<string, "ClockTime">;

const DAY = 86_400_000;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

/** Whether the text is a real date of the calendar between 1900 and 2199. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** Whether the text is a month between January 1900 and December 2199. */
export const isMonth = (text: unknown): text is Month =>
  typeof text === "string" && isCalendarDate(`${text}-01`);

/** Whether the text is a time of the day, 00:00 to 23:59. */
export const isClockTime = (text: unknown): text is ClockTime =>
  typeof text === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The date itself; throws a RangeError for anything that is not one (source code and storage only). */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

/** The month itself; throws a RangeError for anything that is not one. */
export function month(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`not a month: ${text}`);
  return text;
}

/** The time itself; throws a RangeError for anything that is not one. */
export function clockTime(text: string): ClockTime {
  if (!isClockTime(text)) throw new RangeError(`not a time: ${text}`);
  return text;
}

const utc = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (instant: number): CalendarDate =>
  calendarDate(new Date(instant).toISOString().slice(0, 10));

/** The date so many days later (earlier when negative). */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromUtc(utc(date) + days * DAY);

/** Whole days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, until: CalendarDate): number =>
  Math.round((utc(until) - utc(from)) / DAY);

/** Day of the week, 1 = Monday to 7 = Sunday (ISO 8601). */
export const weekday = (date: CalendarDate): number => new Date(utc(date)).getUTCDay() || 7;

/** The month a date falls in. */
export const monthOf = (date: CalendarDate): Month => month(date.slice(0, 7));

const monthNumber = (of: Month): number => Number(of.slice(0, 4)) * 12 + Number(of.slice(5)) - 1;

/** The month so many months later (earlier when negative). */
export function addMonths(start: Month, months: number): Month {
  const count = monthNumber(start) + months;
  const year = String(Math.floor(count / 12)).padStart(4, "0");
  return month(`${year}-${String((count % 12) + 1).padStart(2, "0")}`);
}

/** First day of a month. */
export const firstDay = (of: Month): CalendarDate => calendarDate(`${of}-01`);

/** Last day of a month. */
export const lastDay = (of: Month): CalendarDate =>
  fromUtc(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5)), 0));

/** Every month that the two dates and what lies between them touch, in order. */
export function monthsBetween(from: CalendarDate, until: CalendarDate): Month[] {
  const start = monthOf(from);
  const count = monthNumber(monthOf(until)) - monthNumber(start) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, at) => addMonths(start, at));
}
