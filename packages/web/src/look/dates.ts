import { weekday } from "@digihulp/kernel";
import type { CalendarDate, ClockTime, Month } from "@digihulp/kernel";

/** Days of the week in Dutch, Monday first. */
export const WEEKDAYS = [
  "maandag",
  "dinsdag",
  "woensdag",
  "donderdag",
  "vrijdag",
  "zaterdag",
  "zondag",
] as const;

/** Months in Dutch, January first. */
export const MONTHS = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
] as const;

/** A date in Dutch words, cut into what a calendar leaf shows. */
export type DateWords = {
  readonly weekday: string;
  readonly day: string;
  /** The month, with its year when that is not the current one. */
  readonly month: string;
};

const monthWords = (month: string, today: CalendarDate): string => {
  const year = month.slice(0, 4);
  const name = MONTHS[Number(month.slice(5, 7)) - 1] ?? "";
  return today.startsWith(year) ? name : `${name} ${year}`;
};

/** The words of a date; `today` decides whether the year is said. */
export const dateWords = (date: CalendarDate, today: CalendarDate): DateWords => ({
  weekday: WEEKDAYS[weekday(date) - 1] ?? "",
  day: String(Number(date.slice(8))),
  month: monthWords(date, today),
});

/** For example "vrijdag 27 november", or "vrijdag 27 oktober 2023" when that is another year. */
export function dutchDate(date: CalendarDate, today: CalendarDate): string {
  const words = dateWords(date, today);
  return `${words.weekday} ${words.day} ${words.month}`;
}

/** For example "27 november 2026": always with the year, without the weekday. */
export const dutchDateWithYear = (date: CalendarDate): string =>
  `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`;

/** For example "november", or "november 2027" when that is another year. */
export const dutchMonth = (month: Month, today: CalendarDate): string => monthWords(month, today);

/** For example "elke vrijdag". */
export const everyWeek = (date: CalendarDate): string =>
  `elke ${WEEKDAYS[weekday(date) - 1] ?? ""}`;

const clock = (time: ClockTime): string => {
  const hour = String(Number(time.slice(0, 2)));
  return time.endsWith(":00") ? hour : `${hour}.${time.slice(3)}`;
};

/** For example "14 tot 16 uur", "16.30 tot 18.30 uur". */
export const timeSpan = (from: ClockTime, until: ClockTime): string =>
  `${clock(from)} tot ${clock(until)} uur`;

/** "a", "a en b", "a, b en c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} en ${words[words.length - 1]}`;

/** The text with a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
