import { roomWords } from "@digihulp/web/look";
import { calendarDate, clockTime } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { aSeries } from "../domain/examples.ts";
import { exceptionsText, rhythmText, rhythmWords } from "./rhythm-text.ts";
import type { SeriesRhythm } from "../domain/rhythm.ts";
import { seriesOf } from "../domain/series.ts";

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
const dates = (...dates: string[]): SeriesRhythm => ({
  every: "listed-date",
  dates: dates.map(day),
});

describe("a series in one plain sentence", () => {
  it("says what the flyer of 2023 says", () => {
    const region = regionById("leie-schelde");
    expect(region.series.map((known) => rhythmText(seriesOf(region, known)))).toEqual([
      "op dinsdag 27 juni, 29 augustus en 31 oktober 2023 van 16.30 tot 18.30 uur",
      "op dinsdag 26 september 2023 van 16.30 tot 18.30 uur",
      "elke vrijdag van 14 tot 16 uur, in de cafetaria",
    ]);
  });

  it.each([
    [weeks(1, 5), "elke vrijdag"],
    [weeks(1, 4, 1), "elke maandag en donderdag"],
    [weeks(1, 1, 3, 5), "elke maandag, woensdag en vrijdag"],
    [weeks(2, 1), "om de twee weken op maandag"],
    [weeks(3, 1, 7), "om de drie weken op maandag en zondag"],
    [weeks(26, 1), "om de 26 weken op maandag"],
    [months(1, { turn: "last", weekday: 2 }), "elke laatste dinsdag van de maand"],
    [months(1, { turn: 1, weekday: 6 }), "elke eerste zaterdag van de maand"],
    [months(2, { turn: 3, weekday: 4 }), "om de twee maanden op de derde donderdag van de maand"],
    [months(1, { day: 1 }), "elke maand op de 1ste"],
    [months(1, { day: 15 }), "elke maand op de 15de"],
    [months(1, { day: 28 }), "elke maand op de 28ste"],
    [months(3, { day: 8 }), "om de drie maanden op de 8ste van de maand"],
    [dates("2023-09-26"), "op dinsdag 26 september 2023"],
    [dates("2024-01-02", "2023-12-26"), "op dinsdag 26 december 2023 en 2 januari 2024"],
    [
      dates("2026-03-02", "2026-03-04", "2026-03-11"),
      "op maandag 2 maart, woensdag 4 maart en 11 maart 2026",
    ],
  ])("%j", (rhythm, words) => {
    expect(rhythmWords(rhythm)).toBe(words);
  });

  it("says hours as people do", () => {
    const at = (from: string, until: string) => {
      const { moment } = aSeries();
      const hours = { from: clockTime(from), until: clockTime(until) };
      return rhythmText(aSeries({ moment: { ...moment, ...hours } }));
    };
    expect(at("09:05", "12:00")).toBe("elke vrijdag van 9.05 tot 12 uur, in de cafetaria");
    expect(at("00:00", "00:30")).toBe("elke vrijdag van 0 tot 0.30 uur, in de cafetaria");
  });

  it("gives a room its article, and a name or number none", () => {
    expect(["cafetaria", "leslokaal", "lokaal 2", "zaal Leie", "de kelder"].map(roomWords)).toEqual(
      ["in de cafetaria", "in het leslokaal", "in lokaal 2", "in zaal Leie", "in de kelder"],
    );
  });
});

describe("what will be otherwise", () => {
  const series = aSeries({
    leftOutDates: ["2026-12-25", "2027-01-01", "2023-12-29"].map(day),
    extraDates: ["2026-12-22", "2023-12-28"].map(day),
  });

  it("names the dates still to come, and forgets those that are over", () => {
    expect(exceptionsText(series, day("2026-11-23"))).toBe(
      "niet op vrijdag 25 december 2026 en 1 januari 2027; ook op dinsdag 22 december 2026",
    );
    expect(exceptionsText(series, day("2026-12-25"))).toBe(
      "niet op vrijdag 25 december 2026 en 1 januari 2027",
    );
    expect(exceptionsText(series, day("2027-01-02"))).toBe("");
  });

  it("never says that a day is left out and extra at once", () => {
    const both = aSeries({ leftOutDates: [day("2026-12-22")], extraDates: [day("2026-12-22")] });
    expect(exceptionsText(both, day("2026-11-23"))).toBe("niet op dinsdag 22 december 2026");
  });
});
