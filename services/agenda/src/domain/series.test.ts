import { calendarDate, clockTime } from "@digihulp/kernel";
import { REGIONS, regionById } from "@digihulp/region";
import type { KnownSeries } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { aSeries } from "./examples.ts";
import { datesOf } from "./recurrence.ts";
import { checkSeries, firstKnownDate, seriesOf } from "./series.ts";
import type { Series } from "./series.ts";

const day = calendarDate;
const refusal = (changes: Partial<Series>) => {
  const checked = checkSeries(aSeries(changes));
  return checked.ok ? "none" : checked.refusal.kind;
};

describe("the series that the partnership made known", () => {
  const region = regionById("leie-schelde");
  const known = (id: string): KnownSeries => region.series.find((series) => series.id === id)!;

  it("can all be planned, in every region", () => {
    for (const region of REGIONS) {
      for (const series of region.series) {
        expect(datesOf(seriesOf(region, series), day("2023-01-01"), day("2025-12-31"))).toContain(
          firstKnownDate(series),
        );
      }
    }
  });

  it("de Reinaert opens every Friday from June 2023, with no end", () => {
    const series = seriesOf(region, known("destelbergen-reinaert-vrijdag"));
    expect(series).toMatchObject({
      id: "ser_destelbergen-reinaert-vrijdag",
      state: "open",
      rhythm: { every: "weeks", count: 1, weekdays: [5] },
      start: "2023-06-02",
      end: null,
      moment: { municipality: "destelbergen", room: "cafetaria", from: "14:00", until: "16:00" },
      version: 1,
    });
    expect(datesOf(series, day("2026-11-23"), day("2026-12-06"))).toEqual([
      "2026-11-27",
      "2026-12-04",
    ]);
  });

  it("the library of Destelbergen opens on the dates of its flyer and on no others", () => {
    const all = ["destelbergen-bibliotheek-inloop-2023", "destelbergen-bibliotheek-workshop-2023"]
      .flatMap((id) => datesOf(seriesOf(region, known(id)), day("2023-01-01"), day("2026-12-31")))
      .toSorted();
    expect(all).toEqual(["2023-06-27", "2023-08-29", "2023-09-26", "2023-10-31"]);
  });

  it("stop the deployment when they do not fit their region", () => {
    const reinaert = known("destelbergen-reinaert-vrijdag");
    const elsewhere = regionById("voorbeeldstreek");
    expect(() => seriesOf(elsewhere, reinaert)).toThrow(/no Digiclub in voorbeeldstreek/);
    const onThursday = {
      ...reinaert,
      rhythm: { every: "week", start: day("2023-06-01"), weekday: 5 },
    } as const;
    expect(() => seriesOf(region, onThursday)).toThrow(/start-not-on-rhythm/);
    const never = { ...reinaert, rhythm: { every: "date", dates: [] } } as const;
    expect(() => seriesOf(region, never)).toThrow(/no date/);
  });
});

describe("a series is refused when", () => {
  it("its start is a day that its rhythm does not give", () => {
    const start = day("2023-06-01");
    expect(refusal({ start })).toBe("start-not-on-rhythm");
    const on = (of: Extract<Series["rhythm"], { every: "months" }>["on"], start: string) =>
      refusal({ rhythm: { every: "months", count: 1, on: of }, start: day(start) });
    expect(on({ turn: "last", weekday: 2 }, "2023-06-20")).toBe("start-not-on-rhythm");
    expect(on({ turn: "last", weekday: 2 }, "2023-06-27")).toBe("none");
    expect(on({ turn: 4, weekday: 2 }, "2023-06-27")).toBe("none");
    expect(on({ turn: 3, weekday: 2 }, "2023-06-27")).toBe("start-not-on-rhythm");
    expect(on({ turn: 5, weekday: 5 }, "2023-06-30")).toBe("none");
    expect(on({ day: 31 }, "2023-05-30")).toBe("start-not-on-rhythm");
    const dates = ["2023-06-27", "2023-06-13"].map(day);
    const rhythm = { every: "listed-date", dates } as const;
    expect(refusal({ rhythm, start: day("2023-06-27") })).toBe("start-not-on-rhythm");
    expect(refusal({ rhythm, start: day("2023-06-13") })).toBe("none");
  });

  it("it ends before it starts, yet it may last one day", () => {
    expect(refusal({ end: day("2023-06-01") })).toBe("end-before-start");
    expect(refusal({ end: day("2023-06-02") })).toBe("none");
  });

  it("a moment would end before it begins", () => {
    const { moment } = aSeries();
    const ending = (until: string) => refusal({ moment: { ...moment, until: clockTime(until) } });
    expect(ending("14:00")).toBe("until-not-after-from");
    expect(ending("13:59")).toBe("until-not-after-from");
    expect(ending("14:01")).toBe("none");
  });

  it("its rhythm does not exist", () => {
    const weekly = (count: number, ...weekdays: number[]) =>
      refusal({ rhythm: { every: "weeks", count, weekdays } });
    expect(weekly(1)).toBe("rhythm-out-of-range");
    expect(weekly(1, 5, 8)).toBe("rhythm-out-of-range");
    expect(weekly(0, 5)).toBe("rhythm-out-of-range");
    expect(weekly(1.5, 5)).toBe("rhythm-out-of-range");
    expect(weekly(27, 5)).toBe("rhythm-out-of-range");
    expect(weekly(26, 5)).toBe("none");
    const monthly = (count: number, day: number) =>
      refusal({ rhythm: { every: "months", count, on: { day } } });
    expect(monthly(1, 32)).toBe("rhythm-out-of-range");
    expect(monthly(13, 2)).toBe("rhythm-out-of-range");
    expect(monthly(12, 2)).toBe("none");
    expect(refusal({ rhythm: { every: "listed-date", dates: [] } })).toBe("rhythm-out-of-range");
  });

  it("a date by hand lies before its start or after its end", () => {
    const end = day("2023-06-30");
    expect(refusal({ end, extraDates: [day("2023-06-01")] })).toBe("date-outside-series");
    expect(refusal({ end, extraDates: [day("2023-07-01")] })).toBe("date-outside-series");
    expect(refusal({ end, extraDates: [day("2023-06-29")] })).toBe("none");
    const rhythm = { every: "listed-date", dates: ["2023-06-02", "2023-07-04"].map(day) } as const;
    expect(refusal({ end, rhythm })).toBe("date-outside-series");
  });
});
