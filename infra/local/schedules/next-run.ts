import { TemplateError } from "../json.ts";
import { parseCron, type Cron } from "./cron.ts";
import { instantOf, wallTime, type WallTime } from "./zone.ts";

/** The first run after an instant, both in milliseconds since 1970; undefined: never again. */
export type NextRun = (after: number) => number | undefined;

const UNITS: Record<string, number> = {
  minute: 60_000,
  minutes: 60_000,
  hour: 3_600_000,
  hours: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
};

/** A leap day that must be a given weekday comes once in 28 years, or 40 around 2100. */
const LONGEST_SEARCH_DAYS = 41 * 366;

function midnight({ year, month, day }: WallTime, daysLater: number): WallTime {
  const date = new Date(Date.UTC(year, month - 1, day + daysLater));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: 0,
    minute: 0,
  };
}

function cronRun(cron: Cron, timeZone: string): NextRun {
  return (after) => {
    const today = wallTime(after, timeZone);
    for (let later = 0; later <= LONGEST_SEARCH_DAYS; later += 1) {
      const day = midnight(today, later);
      if (!cron.isDue(day)) continue;
      for (const hour of cron.hours) {
        for (const minute of cron.minutes) {
          const instant = instantOf({ ...day, hour, minute }, timeZone);
          if (instant !== undefined && instant > after) return instant;
        }
      }
    }
    return undefined;
  };
}

function rateRun(value: number, unit: number, start: number): NextRun {
  const interval = value * unit;
  return (after) => start + (Math.floor((after - start) / interval) + 1) * interval;
}

function onceRun(text: string, timeZone: string): NextRun {
  const [, ...digits] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/.exec(text) ?? [];
  const [year, month, day, hour, minute, second] = digits.map(Number);
  const time = {
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
  };
  const instant = digits.length === 6 ? instantOf(time, timeZone) : undefined;
  if (instant === undefined) throw new TemplateError(`at(${text}) is no moment in ${timeZone}`);
  const moment = instant + (second ?? 0) * 1000;
  return (after) => (moment > after ? moment : undefined);
}

/**
 * Reads `cron(...)`, `rate(...)` or `at(...)`. As EventBridge Scheduler does, a time that the clock
 * skips is skipped, and a time that it shows twice runs once. A rate counts from `start`.
 */
export function nextRunOf(expression: string, timeZone: string, start: number): NextRun {
  const [, kind, content = ""] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === "cron") return cronRun(parseCron(content), timeZone);
  if (kind === "at") return onceRun(content, timeZone);
  const [, value, name] = /^(\d+) ([a-z]+)$/.exec(content) ?? [];
  const unit = UNITS[name ?? ""];
  if (kind !== "rate" || unit === undefined || Number(value) < 1) {
    throw new TemplateError(`the schedule ${expression} is not understood`);
  }
  return rateRun(Number(value), unit, start);
}
