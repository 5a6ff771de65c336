import { describe, expect, test } from "vitest";
import { nextRunOf } from "./schedules/next-run.ts";

const START = Date.parse("2026-01-01T00:00:00Z");

function runs(expression: string, after: string, { count = 3, timeZone = "Europe/Brussels" } = {}) {
  const next = nextRunOf(expression, timeZone, START);
  const found: string[] = [];
  let moment: number | undefined = Date.parse(after);
  while (found.length < count) {
    moment = next(moment);
    if (moment === undefined) break;
    found.push(new Date(moment).toISOString().slice(0, 16));
  }
  return found;
}

describe("a cron schedule on Brussels time", () => {
  test("runs at the same wall time in winter and in summer", () => {
    expect(runs("cron(0 6 * * ? *)", "2026-03-28T00:00:00Z")).toEqual([
      "2026-03-28T05:00",
      "2026-03-29T04:00",
      "2026-03-30T04:00",
    ]);
  });

  test("skips a time that the clock skips in March", () => {
    expect(runs("cron(30 2 * * ? *)", "2026-03-28T00:00:00Z")).toEqual([
      "2026-03-28T01:30",
      "2026-03-30T00:30",
      "2026-03-31T00:30",
    ]);
  });

  test("runs once at a time that the clock shows twice in October", () => {
    expect(runs("cron(30 2 * * ? *)", "2026-10-24T00:31:00Z")).toEqual([
      "2026-10-25T00:30",
      "2026-10-26T01:30",
      "2026-10-27T01:30",
    ]);
  });

  test("that has just run does not run again in the same minute", () => {
    const next = nextRunOf("cron(0 6 * * ? *)", "Europe/Brussels", START);
    const first = next(Date.parse("2026-11-23T00:00:00Z")) ?? 0;
    expect(next(first)).toBe(first + 86_400_000);
  });

  test.each([
    ["cron(0/20 9-10 ? * MON-FRI *)", ["2026-11-23T08:00", "2026-11-23T08:20", "2026-11-23T08:40"]],
    ["cron(15 10 1,15 * ? *)", ["2026-12-01T09:15", "2026-12-15T09:15", "2027-01-01T09:15"]],
    ["cron(0 0 L * ? *)", ["2026-11-29T23:00", "2026-12-30T23:00", "2027-01-30T23:00"]],
    ["cron(0 12 ? * 2#1 *)", ["2026-12-07T11:00", "2027-01-04T11:00", "2027-02-01T11:00"]],
    ["cron(0 12 ? * 6L *)", ["2026-11-27T11:00", "2026-12-25T11:00", "2027-01-29T11:00"]],
    ["cron(0 12 29 2 ? *)", ["2028-02-29T11:00", "2032-02-29T11:00", "2036-02-29T11:00"]],
    ["cron(0 12 1 JAN ? 2027-2028)", ["2027-01-01T11:00", "2028-01-01T11:00"]],
    ["cron(0 12 30 2 ? *)", []],
  ])("%s runs at %j", (expression, expected) => {
    expect(runs(expression, "2026-11-23T00:00:00Z")).toEqual(expected);
  });
});

describe("other schedules", () => {
  test("a rate counts from the start, whatever the clock on the wall does", () => {
    expect(runs("rate(12 hours)", "2026-03-28T12:00:00Z", { count: 4 })).toEqual([
      "2026-03-29T00:00",
      "2026-03-29T12:00",
      "2026-03-30T00:00",
      "2026-03-30T12:00",
    ]);
  });

  test("a single moment is on the clock of its zone, and never comes again", () => {
    expect(runs("at(2026-12-24T18:00:00)", "2026-11-23T00:00:00Z")).toEqual(["2026-12-24T17:00"]);
    expect(runs("at(2026-12-24T18:00:00)", "2026-11-23T00:00:00Z", { timeZone: "UTC" })).toEqual([
      "2026-12-24T18:00",
    ]);
  });

  test.each([
    "cron(0 6 * * *)",
    "cron(0 6 * * * *)",
    "cron(0 25 * * ? *)",
    "cron(0 6 15W * ? *)",
    "rate(0 minutes)",
    "rate(5 weeks)",
    "at(tomorrow)",
    "at(2026-03-29T02:30:00)",
    "every day",
  ])("%s is refused", (expression) => {
    expect(() => nextRunOf(expression, "Europe/Brussels", START)).toThrow();
  });
});
