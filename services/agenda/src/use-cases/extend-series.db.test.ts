import { job, scopeForJob } from "@digihulp/access";
import { calendarDate } from "@digihulp/kernel";
import { municipalityId, regionById, tenantId } from "@digihulp/region";
import { openTable } from "@digihulp/store";
import { inParallel, testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import * as z from "zod/mini";
import { beforeEach, describe, expect, it } from "vitest";
import { seriesOf } from "../domain/series.ts";
import { agendaTable } from "../store/agenda-table.ts";
import { publicAgenda } from "../store/public-agenda.ts";
import { extendSeries } from "./extend-series.ts";

const region = regionById("leie-schelde");
const NOW = Date.parse("2026-11-23T02:10:00Z");
const tenant = tenantId(region.id, municipalityId("destelbergen"));
const scope = scopeForJob(job("extend-series"), "series:plan", {
  kind: "tenant",
  region: region.id,
  tenant,
});
const series = (id: string) =>
  seriesOf(
    region,
    region.series.find((known) => known.id === id)!,
  );
const fridays = series("destelbergen-reinaert-vrijdag");
const tuesdays = series("destelbergen-bibliotheek-inloop-2023");
const until = calendarDate("2026-12-31");

let fixture: TestTable;
const table = () =>
  openTable({
    definition: fixture.definition,
    sessions: fixture.sessions,
    now: () => NOW,
    pause: async () => {},
  });
const extend = () => extendSeries({ table: table(), now: () => NOW });
const planned = async (): Promise<string[]> =>
  (await fixture.rows())
    .filter(({ type }) => type === "occurrence")
    .map(({ date }) => String(date))
    .toSorted();

beforeEach(async () => {
  fixture = await testTable(agendaTable);
});

describe("planning the region's known moments", () => {
  it("puts exactly the flyer's dates of the library in the agenda, July left out", async () => {
    expect(await extend()(scope, { series: tuesdays, until })).toEqual({ ok: true, value: 3 });
    expect(await planned()).toEqual(["2023-06-27", "2023-08-29", "2023-10-31"]);
  });

  it("puts every Friday since the start in the agenda, across many commits", async () => {
    await extend()(scope, { series: fridays, until });
    const dates = await planned();
    expect(dates).toHaveLength(187);
    expect([dates[0], dates.at(-1)]).toEqual(["2023-06-02", "2026-12-25"]);
  });

  it("adds nothing the second time, and only what is new when the horizon moves", async () => {
    await extend()(scope, { series: fridays, until });
    expect(await extend()(scope, { series: fridays, until })).toEqual({ ok: true, value: 0 });
    const later = calendarDate("2027-01-08");
    const moved = await extend()(scope, { series: fridays, until: later });
    expect(moved).toEqual({ ok: true, value: 2 });
  });

  it("adds what a changed rule asks for and touches nothing that stands", async () => {
    await extend()(scope, { series: tuesdays, until });
    const changed = { ...tuesdays, extraDates: [calendarDate("2023-07-25")] };
    expect(await extend()(scope, { series: changed, until })).toEqual({ ok: true, value: 1 });
    expect(await planned()).toContain("2023-07-25");
    const versions = (await fixture.rows()).filter(({ type }) => type === "occurrence");
    expect(versions.every(({ version }) => version === 1)).toBe(true);
  });

  it("by ten at once makes each occurrence once, with one event per commit that did something", async () => {
    await inParallel(10, () => extend()(scope, { series: fridays, until }));
    const dates = await planned();
    expect(new Set(dates).size).toBe(dates.length);
    const events = (await fixture.rows()).filter(({ type }) => type === "event");
    const told = events.flatMap(
      ({ detail }) =>
        z.parse(z.object({ occurrences: z.array(z.object({ date: z.string() })) }), detail)
          .occurrences,
    );
    expect(told.map(({ date }) => date).toSorted()).toEqual(dates);
  });
});

describe("the public agenda", () => {
  it("shows a period in order of time, both days included, whatever the months", async () => {
    await extend()(scope, { series: fridays, until });
    await extend()(scope, { series: tuesdays, until });
    const reader = scopeForJob(job("project-upcoming"), "start-page:project", {
      kind: "public",
      region: region.id,
    });
    const shown = await publicAgenda(table()).between(
      reader,
      calendarDate("2023-06-23"),
      calendarDate("2023-08-04"),
    );
    expect(shown.map(({ date }) => date)).toEqual([
      "2023-06-23",
      "2023-06-27",
      "2023-06-30",
      "2023-07-07",
      "2023-07-14",
      "2023-07-21",
      "2023-07-28",
      "2023-08-04",
    ]);
  });
});
