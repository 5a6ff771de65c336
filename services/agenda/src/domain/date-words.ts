import { weekday } from "@digihulp/kernel";
import type { CalendarDate, ClockTime } from "@digihulp/kernel";

const WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const MONTHS = [
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
];

export const weekdayWord = (weekday: number): string => WEEKDAYS[weekday - 1] ?? "";

/** Words as a Dutch list: `a, b en c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} en ${last}`;
}

/** A time as people say it: `14`, `16.30`. */
const timeWord = (time: ClockTime): string =>
  `${Number(time.slice(0, 2))}${time.endsWith(":00") ? "" : `.${time.slice(3)}`}`;

/** `14 tot 16 uur`, `16.30 tot 18.30 uur`. */
export const hoursText = ({ from, until }: { from: ClockTime; until: ClockTime }): string =>
  `${timeWord(from)} tot ${timeWord(until)} uur`;

const dayText = (date: CalendarDate): string =>
  `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ""}`;

/** Dates in order, each weekday said once and each year once: `dinsdag 27 juni en 29 augustus 2023`. */
export function datesText(dates: readonly CalendarDate[]): string {
  const ordered = dates.toSorted();
  const words = ordered.map((date, at) => {
    const [before, after] = [ordered[at - 1], ordered[at + 1]];
    const repeatsWeekday = before !== undefined && weekday(before) === weekday(date);
    const repeatsYear = after?.slice(0, 4) === date.slice(0, 4);
    const day = repeatsWeekday ? dayText(date) : `${weekdayWord(weekday(date))} ${dayText(date)}`;
    return repeatsYear ? day : `${day} ${date.slice(0, 4)}`;
  });
  return listed(words);
}
