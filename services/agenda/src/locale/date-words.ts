import { listed, MONTHS, WEEKDAYS } from "@digihulp/web/look";
import { weekday } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";

export const weekdayWord = (weekday: number): string => WEEKDAYS[weekday - 1] ?? "";

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
