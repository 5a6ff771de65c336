import { describe, expect, it, test } from "vitest";
import {
  addDays,
  dayOf,
  daysBetween,
  holidays,
  instantAt,
  isWorkingDay,
  weekdayOf,
} from "./calendar.ts";

test("the days of a year are counted, also over a leap day", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  expect(daysBetween("2026-11-29", "2026-12-02")).toEqual([
    "2026-11-29",
    "2026-11-30",
    "2026-12-01",
    "2026-12-02",
  ]);
  expect(daysBetween("2026-12-02", "2026-11-29")).toEqual([]);
});

describe("a day on which people work", () => {
  it("is no Saturday and no Sunday", () => {
    expect(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"].map(weekdayOf)).toEqual([
      5, 6, 7, 1,
    ]);
    expect(["2026-11-20", "2026-11-21", "2026-11-22"].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([
    [2025, ["2025-04-21", "2025-05-29", "2025-06-09"]],
    [2026, ["2026-04-06", "2026-05-14", "2026-05-25"]],
    [2027, ["2027-03-29", "2027-05-06", "2027-05-17"]],
    [2038, ["2038-04-26", "2038-06-03", "2038-06-14"]],
  ])("is not one of the ten public holidays of %i", (year, movable) => {
    const fixed = ["01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25"];
    const all = [...fixed.map((day) => `${year}-${day}`), ...movable];
    expect([...holidays(year)].toSorted()).toEqual(all.toSorted());
    expect(all.filter(isWorkingDay)).toEqual([]);
  });
});

test("a time of day is that of Brussels, summer and winter", () => {
  expect(new Date(instantAt("2026-07-03", 14 * 60)).toISOString()).toBe("2026-07-03T12:00:00.000Z");
  expect(new Date(instantAt("2026-12-04", 9 * 60 + 5)).toISOString()).toBe(
    "2026-12-04T08:05:00.000Z",
  );
  expect(dayOf(Date.parse("2026-07-02T22:30:00Z"))).toBe("2026-07-03");
});
