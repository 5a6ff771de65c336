import { calendarDate, clockTime, month } from "@digihulp/kernel";
import { describe, expect, it } from "vitest";
import {
  capital,
  dutchDate,
  dutchDateWithYear,
  dutchMonth,
  everyWeek,
  listed,
  timeSpan,
} from "./dates.ts";

const today = calendarDate("2026-11-23");

describe("a date in Dutch", () => {
  it.each([
    ["2026-11-27", "vrijdag 27 november"],
    ["2026-01-01", "donderdag 1 januari"],
    ["2023-09-26", "dinsdag 26 september 2023"],
    ["2027-02-28", "zondag 28 februari 2027"],
  ])("%s is %s", (date, words) => {
    expect(dutchDate(calendarDate(date), today)).toBe(words);
  });

  it("agrees with the calendar of the platform on every day of four years", () => {
    const wrong: string[] = [];
    for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2028, 0, 1); at += 86_400_000) {
      const date = calendarDate(new Date(at).toISOString().slice(0, 10));
      const platform = new Date(at).toLocaleDateString("nl-BE", {
        timeZone: "UTC",
        weekday: "long",
        day: "numeric",
        month: "long",
        ...(date.startsWith("2026") ? {} : { year: "numeric" }),
      });
      if (dutchDate(date, today) !== platform) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it("says the year of a statement and of a month of another year", () => {
    expect(dutchDateWithYear(calendarDate("2026-11-03"))).toBe("3 november 2026");
    expect(dutchMonth(month("2026-12"), today)).toBe("december");
    expect(dutchMonth(month("2027-01"), today)).toBe("januari 2027");
  });

  it("says a weekly rhythm by its weekday", () => {
    expect(capital(everyWeek(calendarDate("2026-11-27")))).toBe("Elke vrijdag");
  });
});

describe("a span of time", () => {
  it.each([
    ["14:00", "16:00", "14 tot 16 uur"],
    ["16:30", "18:30", "16.30 tot 18.30 uur"],
    ["09:05", "12:00", "9.05 tot 12 uur"],
    ["00:00", "23:59", "0 tot 23.59 uur"],
  ])("%s to %s is %s", (from, until, words) => {
    expect(timeSpan(clockTime(from), clockTime(until))).toBe(words);
  });
});

describe("a list in a sentence", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a en b"],
    [["a", "b", "c"], "a, b en c"],
  ])("%j is %j", (words, sentence) => {
    expect(listed(words)).toBe(sentence);
  });
});
