import { calendarDate } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import { RRuleTemporal } from "rrule-temporal";
import type { SeriesRhythm } from "./rhythm.ts";
import type { Series } from "./series.ts";

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const nameOf = (weekday: number): string => WEEKDAYS[weekday - 1] ?? "";

// Days are counted in UTC, where every day has its midnight; the hour belongs to the moment.
const midnight = (date: CalendarDate) => ({
  timeZoneId: "UTC",
  toString: () => `${date}T00:00:00+00:00[UTC]`,
});

type Rule = {
  readonly freq: "WEEKLY" | "MONTHLY";
  readonly interval: number;
  readonly byDay?: string[];
  readonly byMonthDay?: number[];
};

function ruleOf(rhythm: Exclude<SeriesRhythm, { every: "listed-date" }>): Rule {
  const { count: interval } = rhythm;
  if (rhythm.every === "weeks") {
    return { freq: "WEEKLY", interval, byDay: rhythm.weekdays.map(nameOf) };
  }
  const { on } = rhythm;
  if ("day" in on) return { freq: "MONTHLY", interval, byMonthDay: [on.day] };
  const turn = on.turn === "last" ? -1 : on.turn;
  return { freq: "MONTHLY", interval, byDay: [`${turn}${nameOf(on.weekday)}`] };
}

type Window = { readonly from: CalendarDate; readonly until: CalendarDate };

function rhythmDates({ rhythm, start }: Series, window: Window): readonly CalendarDate[] {
  if (rhythm.every === "listed-date") return rhythm.dates;
  const from = window.from < start ? start : window.from;
  if (window.until < from) return [];
  const rule = new RRuleTemporal({ ...ruleOf(rhythm), dtstart: midnight(start), strict: true });
  return rule
    .between(midnight(from), midnight(window.until), true)
    .map((at) => calendarDate(at.toString().slice(0, 10)));
}

/** Every date of the series from the first to the last date given, both included, in order. */
export function datesOf(series: Series, from: CalendarDate, until: CalendarDate): CalendarDate[] {
  const { end, extraDates, leftOutDates } = series;
  const last = end !== null && end < until ? end : until;
  const dates = new Set([...rhythmDates(series, { from, until: last }), ...extraDates]);
  return [...dates]
    .filter((date) => date >= from && date <= last && !leftOutDates.includes(date))
    .toSorted();
}
