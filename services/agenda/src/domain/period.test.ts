import { addDays, calendarDate } from "@digihulp/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEED_MOST_DAYS, PAGE_MOST_DAYS, feedPeriod, lengthOf, pagePeriod } from "./period.ts";
import type { AskedPeriod } from "./period.ts";

const day = calendarDate;
const today = day("2026-11-23");
const asked = (from?: string, until?: string): AskedPeriod => ({
  from: from === undefined ? undefined : day(from),
  until: until === undefined ? undefined : day(until),
});
const page = (from?: string, until?: string) => pagePeriod(asked(from, until), today);
const feed = (from?: string, until?: string) => feedPeriod(asked(from, until), today);
const given = (from: string, until: string) => ({ ok: true, value: { from, until } });

describe("the page shows", () => {
  it("eight weeks from today when nobody asks for anything", () => {
    expect(page()).toEqual(given("2026-11-23", "2027-01-17"));
  });

  it("what somebody asks for, also in 2023 and also one day", () => {
    expect(page("2023-06-01", "2023-06-30")).toEqual(given("2023-06-01", "2023-06-30"));
    expect(page("2023-06-27", "2023-06-27")).toEqual(given("2023-06-27", "2023-06-27"));
  });

  it("eight weeks from or up to the one day that somebody gives", () => {
    expect(page("2023-06-01")).toEqual(given("2023-06-01", "2023-07-26"));
    expect(page(undefined, "2023-07-26")).toEqual(given("2023-06-01", "2023-07-26"));
  });

  it("three whole months, and refuses one day more", () => {
    expect(page("2026-07-01", "2026-09-30").ok).toBe(true);
    expect(page("2026-07-01", "2026-10-01")).toEqual({
      ok: false,
      refusal: { kind: "period-too-long", mostDays: 92 },
    });
  });

  it("nothing for days in the wrong order", () => {
    expect(page("2026-11-24", "2026-11-23")).toEqual({
      ok: false,
      refusal: { kind: "until-before-from" },
    });
  });
});

describe("the feed holds", () => {
  it("60 days back and 180 ahead when nobody asks for anything", () => {
    expect(feed()).toEqual(given("2026-09-24", "2027-05-22"));
  });

  it("what somebody asks for, up to 1,100 days", () => {
    expect(feed("2023-06-01", "2023-12-31")).toEqual(given("2023-06-01", "2023-12-31"));
    const from = day("2023-06-01");
    expect(feed(from, addDays(from, 1099)).ok).toBe(true);
    expect(feed(from, addDays(from, 1100))).toEqual({
      ok: false,
      refusal: { kind: "period-too-long", mostDays: 1100 },
    });
    expect(feed("2026-02-01", "2026-01-31")).toEqual({
      ok: false,
      refusal: { kind: "until-before-from" },
    });
  });

  it("the rest of the usual period after or before the one day that somebody gives", () => {
    expect(feed("2026-01-01")).toEqual(given("2026-01-01", "2027-05-22"));
    expect(feed(undefined, "2026-12-31")).toEqual(given("2026-09-24", "2026-12-31"));
    expect(feed("2027-05-01")).toEqual(given("2027-05-01", "2027-10-28"));
    expect(feed(undefined, "2023-06-30")).toEqual(given("2023-05-01", "2023-06-30"));
  });

  it("no more than one call gives when that day is far away", () => {
    expect(feed("2023-06-01")).toEqual(given("2023-06-01", "2026-06-04"));
    expect(feed(undefined, "2031-01-01")).toEqual(given("2027-12-29", "2031-01-01"));
  });
});

describe("whatever days somebody types", () => {
  const anyDay = fc.option(
    fc.integer({ min: 0, max: 109_571 }).map((days) => addDays(day("1900-01-01"), days)),
    { nil: undefined },
  );

  it.each([
    { name: "page", ask: pagePeriod, most: PAGE_MOST_DAYS },
    { name: "feed", ask: feedPeriod, most: FEED_MOST_DAYS },
  ])(
    "the $name gives a period within its limit that holds them, or says why not",
    ({ ask, most }) => {
      fc.assert(
        fc.property(anyDay, anyDay, (from, until) => {
          const answer = ask({ from, until }, today);
          if (!answer.ok) return;
          const period = answer.value;
          expect(lengthOf(period)).toBeGreaterThanOrEqual(1);
          expect(lengthOf(period)).toBeLessThanOrEqual(most);
          expect(from ?? period.from).toBe(period.from);
          expect(until ?? period.until).toBe(period.until);
        }),
        { seed: 20231126, numRuns: 1000 },
      );
    },
  );

  it("refuses the days at the very ends of the calendar", () => {
    const refused = { ok: false, refusal: { kind: "outside-calendar" } };
    for (const ask of [page, feed]) {
      expect(ask("1900-01-01")).toEqual(refused);
      expect(ask(undefined, "2199-12-31")).toEqual(refused);
      expect(ask("1999-12-31", "2000-01-01")).toEqual(refused);
    }
  });
});
