import { execFileSync } from "node:child_process";
import {
  addDays,
  brusselsInstant,
  calendarDate,
  clockTime,
  monthOf,
  weekday,
} from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aSeries } from "./examples.ts";
import oracle from "./recurrence.fixture.json" with { type: "json" };
import { datesOf } from "./recurrence.ts";
import { canStartOn } from "./rhythm.ts";
import type { SeriesRhythm, Turn } from "./rhythm.ts";
import { checkSeries } from "./series.ts";
import type { Series } from "./series.ts";

const SEED = 20231126;
const day = calendarDate;
const weeks = (count: number, ...weekdays: number[]): SeriesRhythm => ({
  every: "weeks",
  count,
  weekdays,
});
const months = (
  count: number,
  on: Extract<SeriesRhythm, { every: "months" }>["on"],
): SeriesRhythm => ({ every: "months", count, on });

const RHYTHMS: Record<keyof typeof oracle, SeriesRhythm> = {
  "every Friday": weeks(1, 5),
  "every Sunday just after midnight": weeks(1, 7),
  "every Monday and Thursday": weeks(1, 1, 4),
  "every two weeks on Monday and Wednesday": weeks(2, 1, 3),
  "every three weeks on Sunday": weeks(3, 7),
  "last Tuesday of the month": months(1, { turn: "last", weekday: 2 }),
  "first Monday of the month": months(1, { turn: 1, weekday: 1 }),
  "fifth Friday of the month": months(1, { turn: 5, weekday: 5 }),
  "last Sunday of every second month": months(2, { turn: "last", weekday: 7 }),
  "day 29 of the month": months(1, { day: 29 }),
  "day 31 of the month": months(1, { day: 31 }),
  "day 29 once a year": months(12, { day: 29 }),
};

const cases = Object.entries(oracle).map(([name, { start, from, stretches }]) => {
  const rhythm = Object.entries(RHYTHMS).find(([known]) => known === name)?.[1];
  if (!rhythm) throw new Error(`no rhythm for ${name}`);
  const series = aSeries({ rhythm, start: day(start) });
  return { name, series, from: clockTime(from), stretches };
});

describe("against another engine (python-dateutil)", () => {
  it.each(cases)("$name", ({ series, from, stretches }) => {
    expect(checkSeries(series).ok).toBe(true);
    for (const stretch of stretches) {
      const dates = datesOf(series, day(stretch.from), day(stretch.until));
      const moments = dates.map((date) => {
        const instant = new Date(brusselsInstant({ date, time: from })).toISOString();
        return `${date} ${instant.slice(0, 16)}Z`;
      });
      expect(moments, stretch.name).toEqual(stretch.moments);
    }
  });

  it("covers both changes of the clock and the 29th of February", () => {
    const moments = cases.flatMap(({ stretches }) => stretches.flatMap(({ moments }) => moments));
    expect(moments).toContain("2026-03-29 2026-03-28T23:15Z");
    expect(moments).toContain("2026-10-25 2026-10-24T22:15Z");
    expect(moments).toContain("2024-02-29 2024-02-29T10:00Z");
    expect(moments).not.toContain("2100-02-29 2100-02-29T13:00Z");
  });
});

it("gives the same dates wherever the process runs", () => {
  const module = new URL("recurrence.ts", import.meta.url).href;
  const given = cases.map(({ series }) => series);
  const program = `
    import { datesOf } from ${JSON.stringify(module)};
    const all = ${JSON.stringify(given)}.map((series) => datesOf(series, "2023-06-01", "2028-12-31"));
    process.stdout.write(JSON.stringify({ hour: new Date(0).getHours(), all }));`;
  const runIn = (TZ: string): unknown =>
    JSON.parse(
      execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
        encoding: "utf8",
        env: { ...process.env, TZ, NODE_OPTIONS: "--no-warnings" },
      }),
    );
  const all = given.map((series) => datesOf(series, day("2023-06-01"), day("2028-12-31")));
  expect(runIn("UTC")).toEqual({ hour: 0, all });
  expect(runIn("Europe/Brussels")).toEqual({ hour: 1, all });
  expect(runIn("America/Los_Angeles")).toEqual({ hour: 16, all });
});

describe("what somebody may change by hand", () => {
  const june = (series: Series) => datesOf(series, day("2023-06-01"), day("2023-06-30"));

  it("adds extra dates, in their place and once", () => {
    const extraDates = ["2023-06-12", "2023-06-09", "2023-06-12"].map(day);
    expect(june(aSeries({ extraDates }))).toEqual(
      ["2023-06-02", "2023-06-09", "2023-06-12", "2023-06-16", "2023-06-23", "2023-06-30"].map(day),
    );
  });

  it("leaves dates out, also the first one and also an extra one", () => {
    const extraDates = [day("2023-06-12")];
    const leftOutDates = ["2023-06-02", "2023-06-12", "2023-06-23"].map(day);
    expect(june(aSeries({ extraDates, leftOutDates }))).toEqual(
      ["2023-06-09", "2023-06-16", "2023-06-30"].map(day),
    );
  });

  it("stops on its last day, which still counts", () => {
    expect(june(aSeries({ end: day("2023-06-16") }))).toEqual(
      ["2023-06-02", "2023-06-09", "2023-06-16"].map(day),
    );
    expect(june(aSeries({ end: day("2023-06-15") }))).toHaveLength(2);
  });

  it("gives listed dates in order, each once, and no others", () => {
    const dates = ["2023-06-27", "2023-10-31", "2023-08-29", "2023-08-29"].map(day);
    const series = aSeries({ rhythm: { every: "listed-date", dates }, start: day("2023-06-27") });
    expect(datesOf(series, day("2023-01-01"), day("2023-09-30"))).toEqual(
      ["2023-06-27", "2023-08-29"].map(day),
    );
  });

  it("gives nothing before the start, and nothing for days in the wrong order", () => {
    expect(datesOf(aSeries(), day("2020-01-01"), day("2023-06-01"))).toEqual([]);
    expect(datesOf(aSeries(), day("2024-06-30"), day("2024-06-01"))).toEqual([]);
  });
});

const anyRhythm: fc.Arbitrary<SeriesRhythm> = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    )
    .map(([count, weekdays]) => weeks(count, ...weekdays)),
  fc
    .tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom<Turn[]>(1, 2, 3, 4, 5, "last"),
      fc.integer({ min: 1, max: 7 }),
    )
    .map(([count, turn, weekday]) => months(count, { turn, weekday })),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([count, day]) => months(count, { day })),
);
const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day("2023-01-01"), days));
const anySeries = fc.tuple(anyRhythm, anyDay).map(([rhythm, from]) => {
  let start = from;
  for (let tries = 0; tries < 3000 && !canStartOn(rhythm, start); tries += 1)
    start = addDays(start, 1);
  return aSeries({ rhythm, start });
});

/** The rhythm by its meaning: look at every single day. Slow, and nothing like the engine. */
function byLooking({ rhythm, start }: Series, from: CalendarDate, until: CalendarDate) {
  const dates: CalendarDate[] = [];
  const mondayOf = (date: CalendarDate) => addDays(date, 1 - weekday(date));
  const weekOf = (date: CalendarDate) => Date.parse(mondayOf(date)) / (7 * 86_400_000);
  const monthNumber = (date: CalendarDate) =>
    Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  for (let date = from < start ? start : from; date <= until; date = addDays(date, 1)) {
    if (rhythm.every === "listed-date" || !canStartOn(rhythm, date)) continue;
    const passed =
      rhythm.every === "weeks"
        ? weekOf(date) - weekOf(start)
        : monthNumber(date) - monthNumber(start);
    if (passed % rhythm.count === 0) dates.push(date);
  }
  return dates;
}

describe("for every rhythm", () => {
  const check = (property: (series: Series, from: CalendarDate, until: CalendarDate) => void) =>
    fc.assert(
      fc.property(anySeries, anyDay, fc.integer({ min: 0, max: 900 }), (series, from, length) =>
        property(series, from, addDays(from, length)),
      ),
      { seed: SEED, numRuns: 300 },
    );

  it("gives the days that somebody who looks at each day would find", () => {
    check((series, from, until) => {
      expect(datesOf(series, from, until)).toEqual(byLooking(series, from, until));
    });
  });

  it("starts with its start", () => {
    check((series) => {
      expect(datesOf(series, series.start, series.start)).toEqual([series.start]);
    });
  });

  it("gives two neighbouring stretches what it gives their whole", () => {
    check((series, from, until) => {
      const middle = addDays(from, 100);
      const [first, second] = [
        datesOf(series, from, middle),
        datesOf(series, addDays(middle, 1), until),
      ];
      if (middle < until) expect([...first, ...second]).toEqual(datesOf(series, from, until));
    });
  });

  it("skips a month without such a day instead of moving it", () => {
    const thirtyFirsts = aSeries({ rhythm: months(1, { day: 31 }), start: day("2023-05-31") });
    const fifthFridays = aSeries({
      rhythm: months(1, { turn: 5, weekday: 5 }),
      start: day("2023-06-30"),
    });
    const monthsIn2024 = (series: Series) =>
      datesOf(series, day("2024-01-01"), day("2024-12-31")).map((date) =>
        Number(monthOf(date).slice(5)),
      );
    expect(monthsIn2024(thirtyFirsts)).toEqual([1, 3, 5, 7, 8, 10, 12]);
    expect(monthsIn2024(fifthFridays)).toEqual([3, 5, 8, 11]);
  });
});
