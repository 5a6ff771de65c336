import { addDays, calendarDate } from "@digihulp/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aSeries } from "./examples.ts";
import { occurrenceId } from "./occurrence.ts";
import type { Occurrence, OccurrenceId } from "./occurrence.ts";
import { planSeries } from "./plan-series.ts";
import type { Planning } from "./plan-series.ts";

const now = Date.UTC(2023, 4, 15, 8);
const day = calendarDate;
const june = { from: day("2023-06-01"), until: day("2023-06-30") };
const planning = (changes: Partial<Planning> = {}): Planning => ({
  existing: new Set<OccurrenceId>(),
  horizon: june,
  now,
  ...changes,
});
const idsOf = (occurrences: readonly Occurrence[]) => new Set(occurrences.map(({ id }) => id));

describe("given a series of Fridays, when June is planned", () => {
  it("then every Friday becomes a moment of its own, with what the series says", () => {
    const planned = planSeries(aSeries(), planning());
    expect(planned.map(({ date }) => date)).toEqual([
      "2023-06-02",
      "2023-06-09",
      "2023-06-16",
      "2023-06-23",
      "2023-06-30",
    ]);
    expect(planned[0]).toEqual({
      ...aSeries().moment,
      id: "occ_reinaert-vrijdag.2023-06-02",
      series: "ser_reinaert-vrijdag",
      date: "2023-06-02",
      isWeekly: true,
      state: "planned",
      version: 1,
      sequence: 0,
      changedAt: now,
    });
  });

  it("then what exists is never planned again, wherever it was moved to", () => {
    const existing = new Set([occurrenceId(aSeries().id, day("2023-06-09"))]);
    const planned = planSeries(aSeries(), planning({ existing }));
    expect(planned.map(({ date }) => date)).not.toContain("2023-06-09");
    expect(planned).toHaveLength(4);
  });

  it("then planning it once more adds nothing", () => {
    const existing = idsOf(planSeries(aSeries(), planning()));
    expect(planSeries(aSeries(), planning({ existing, now: now + 86_400_000 }))).toEqual([]);
  });

  it("then a closed series plans nothing", () => {
    expect(planSeries(aSeries({ state: "closed" }), planning())).toEqual([]);
  });

  it("then only a rhythm of every week is said to come back every week", () => {
    const fortnightly = aSeries({ rhythm: { every: "weeks", count: 2, weekdays: [5] } });
    const listed = aSeries({ rhythm: { every: "listed-date", dates: [day("2023-06-02")] } });
    for (const series of [fortnightly, listed]) {
      expect(planSeries(series, planning())[0]).toMatchObject({ isWeekly: false });
    }
  });
});

describe("however the horizon moves on", () => {
  const steps = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 });

  it("the moments are those of the whole stretch, each once", () => {
    fc.assert(
      fc.property(steps, (lengths) => {
        const planned: Occurrence[] = [];
        let until = june.from;
        for (const length of lengths) {
          until = addDays(until, length);
          const horizon = { from: addDays(until, -90), until };
          planned.push(...planSeries(aSeries(), planning({ existing: idsOf(planned), horizon })));
        }
        const whole = planSeries(aSeries(), planning({ horizon: { from: june.from, until } }));
        expect(planned).toEqual(whole);
      }),
      { seed: 20231126, numRuns: 200 },
    );
  });
});
