import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  calendarDate,
  clockTime,
  daysBetween,
  firstDay,
  isCalendarDate,
  isClockTime,
  isMonth,
  lastDay,
  month,
  monthOf,
  monthsBetween,
  weekday,
} from "./calendar-date.ts";

const day = calendarDate;
const seed = 20231126;
const anyDate = fc
  .integer({ min: 0, max: 109_000 })
  .map((days) => addDays(day("1900-01-01"), days));

describe("what counts as a date", () => {
  it("exists in the calendar", () => {
    for (const text of ["2026-02-28", "2024-02-29", "2000-02-29", "2026-12-31", "1900-01-01"]) {
      expect(isCalendarDate(text), text).toBe(true);
    }
    for (const text of [
      "2026-02-29",
      "2026-02-30",
      "2100-02-29",
      "1900-02-29",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
    ]) {
      expect(isCalendarDate(text), text).toBe(false);
    }
  });

  it("lies between 1900 and 2199 and is written in full", () => {
    for (const text of [
      "1899-12-31",
      "2200-01-01",
      "2026-1-1",
      "20260101",
      "2026-01-01T00:00",
      " 2026-01-01",
      "2026-01-01\n",
      "",
      "vandaag",
    ]) {
      expect(isCalendarDate(text), JSON.stringify(text)).toBe(false);
    }
    for (const other of [undefined, null, 20260101, new Date(0), ["2026-01-01"]]) {
      expect(isCalendarDate(other)).toBe(false);
    }
  });

  it("is a month or a time by the same strictness", () => {
    expect(["2026-01", "2199-12"].every(isMonth)).toBe(true);
    expect(["2026-13", "2026-00", "2026-1", "1899-12", "2026-01-01", 202601].some(isMonth)).toBe(
      false,
    );
    expect(["00:00", "09:05", "23:59"].every(isClockTime)).toBe(true);
    expect(["24:00", "9:05", "12:60", "12:00:00", "12.00", "", 12].some(isClockTime)).toBe(false);
  });

  it("is refused loudly where source code or storage holds another thing", () => {
    expect(() => calendarDate("2026-02-29")).toThrow(RangeError);
    expect(() => month("2026-13")).toThrow(RangeError);
    expect(() => clockTime("24:00")).toThrow(RangeError);
  });
});

describe("counting days", () => {
  it("passes month ends, leap days and years", () => {
    expect(addDays(day("2024-02-28"), 1)).toBe("2024-02-29");
    expect(addDays(day("2026-02-28"), 1)).toBe("2026-03-01");
    expect(addDays(day("2100-02-28"), 1)).toBe("2100-03-01");
    expect(addDays(day("2026-01-01"), -1)).toBe("2025-12-31");
    expect(daysBetween(day("2024-01-01"), day("2025-01-01"))).toBe(366);
    expect(daysBetween(day("2026-01-01"), day("2025-01-01"))).toBe(-365);
  });

  it("does not notice that the clock changes", () => {
    expect(daysBetween(day("2026-03-28"), day("2026-03-30"))).toBe(2);
    expect(daysBetween(day("2026-10-24"), day("2026-10-26"))).toBe(2);
    expect(addDays(day("2026-10-24"), 2)).toBe("2026-10-26");
  });

  it("forth and back ends where it began", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        expect(addDays(one, daysBetween(one, other))).toBe(other);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it("gives the weekday, Monday first", () => {
    expect(weekday(day("2026-11-23"))).toBe(1);
    expect(weekday(day("2023-06-02"))).toBe(5);
    expect(weekday(day("2026-11-29"))).toBe(7);
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekday(addDays(date, 1))).toBe((weekday(date) % 7) + 1);
      }),
      { seed },
    );
  });
});

describe("counting months", () => {
  it("passes years in both directions", () => {
    expect(addMonths(month("2026-11"), 2)).toBe("2027-01");
    expect(addMonths(month("2026-01"), -1)).toBe("2025-12");
    expect(addMonths(month("2026-12"), -24)).toBe("2024-12");
    expect(addMonths(month("2026-12"), 0)).toBe("2026-12");
  });

  it("knows the first and last day of each month", () => {
    expect(firstDay(month("2026-11"))).toBe("2026-11-01");
    const ends = ["2024-02", "2026-02", "2100-02", "2026-04", "2026-12"].map(month).map(lastDay);
    expect(ends).toEqual(["2024-02-29", "2026-02-28", "2100-02-28", "2026-04-30", "2026-12-31"]);
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(monthOf(addDays(lastDay(monthOf(date)), 1))).toBe(addMonths(monthOf(date), 1));
      }),
      { seed },
    );
  });

  it("lists every month that a stretch touches", () => {
    expect(monthsBetween(day("2026-11-30"), day("2027-02-01"))).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
      "2027-02",
    ]);
    expect(monthsBetween(day("2026-11-01"), day("2026-11-30"))).toEqual(["2026-11"]);
    expect(monthsBetween(day("2026-12-01"), day("2026-11-30"))).toEqual([]);
  });

  it("works up to the last day of the calendar", () => {
    expect(lastDay(month("2199-12"))).toBe("2199-12-31");
    expect(monthsBetween(day("2199-11-30"), day("2199-12-31"))).toEqual(["2199-11", "2199-12"]);
    expect(() => addDays(day("2199-12-31"), 1)).toThrow(RangeError);
    expect(() => addMonths(month("2199-12"), 1)).toThrow(RangeError);
  });
});
