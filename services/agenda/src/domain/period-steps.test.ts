import { calendarDate, month } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { pagePeriod } from "./period.ts";
import type { Period } from "./period.ts";
import { calendarReach, monthInYear, monthPeriod, monthsOfYear } from "./period-steps.ts";
import { nextPeriod, previousPeriod, yearsOf } from "./period-steps.ts";

const day = calendarDate;
const today = day("2026-11-23");
const days = (from: string, until: string): Period => ({ from: day(from), until: day(until) });
const shownToday = () => {
  const shown = pagePeriod({}, today);
  if (!shown.ok) throw new Error(shown.refusal.kind);
  return shown.value;
};
const reach = calendarReach(regionById("leie-schelde"), day("2027-11-30"));

describe("earlier and later moments", () => {
  it("go by the same number of days, without a gap or a day twice", () => {
    expect(previousPeriod(shownToday(), reach)).toEqual(days("2026-09-28", "2026-11-22"));
    expect(nextPeriod(shownToday(), reach)).toEqual(days("2027-01-18", "2027-03-14"));
  });

  it("go by whole months when whole months are shown", () => {
    expect(nextPeriod(monthPeriod(month("2024-01")), reach)).toEqual(monthPeriod(month("2024-02")));
    expect(previousPeriod(monthPeriod(month("2024-01")), reach)).toEqual(
      days("2023-12-01", "2023-12-31"),
    );
    const quarter = days("2024-04-01", "2024-06-30");
    expect(previousPeriod(quarter, reach)).toEqual(days("2024-01-01", "2024-03-31"));
  });

  it("come back to where they started", () => {
    for (const shown of [
      shownToday(),
      monthPeriod(month("2024-02")),
      days("2026-03-01", "2026-03-30"),
    ]) {
      expect(nextPeriod(previousPeriod(shown, reach)!, reach)).toEqual(shown);
    }
  });

  it("reach the first known moment and stop there", () => {
    let shown = shownToday();
    for (
      let earlier = previousPeriod(shown, reach);
      earlier;
      earlier = previousPeriod(shown, reach)
    ) {
      shown = earlier;
    }
    expect(shown.from <= "2023-06-02" && shown.until >= "2023-06-02").toBe(true);
  });

  it("stop where nothing is planned any more", () => {
    expect(nextPeriod(days("2027-11-01", "2027-11-30"), reach)).toBeNull();
    expect(nextPeriod(days("2027-10-01", "2027-10-31"), reach)).not.toBeNull();
  });
});

describe("the jump by year and month", () => {
  it("offers the years and months that hold moments, and no others", () => {
    expect(yearsOf(reach)).toEqual([2023, 2024, 2025, 2026, 2027]);
    expect(monthsOfYear(2023, reach)).toEqual([
      "2023-06",
      "2023-07",
      "2023-08",
      "2023-09",
      "2023-10",
      "2023-11",
      "2023-12",
    ]);
    expect(monthsOfYear(2025, reach)).toHaveLength(12);
    expect(monthsOfYear(2027, reach).at(-1)).toBe("2027-11");
  });

  it("brings a visitor of today to June 2023 in two clicks: the year, then the month", () => {
    const landed = monthInYear(2023, shownToday(), reach);
    expect(landed).toBe("2023-11");
    expect(monthsOfYear(Number(landed.slice(0, 4)), reach)).toContain("2023-06");
  });

  it("lands on the nearest month that holds moments", () => {
    expect(monthInYear(2023, days("2026-02-01", "2026-02-28"), reach)).toBe("2023-06");
    expect(monthInYear(2027, days("2026-12-01", "2026-12-31"), reach)).toBe("2027-11");
  });

  it("has one day to offer in a region that made nothing known", () => {
    const empty = { ...regionById("leie-schelde"), series: [] };
    expect(calendarReach(empty, today)).toEqual(days(today, today));
    expect(yearsOf(calendarReach(empty, today))).toEqual([2026]);
  });
});
