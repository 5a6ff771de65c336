import { asId, calendarDate, clockTime } from "@digihulp/kernel";
import { digiclubId } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { anOccurrence } from "./examples.ts";
import { occurrenceId } from "./occurrence.ts";
import { candidates, offered } from "./planning.ts";
import type { Ahead } from "./planning.ts";

const LIBRARY = digiclubId("destelbergen-bibliotheek");
const REINAERT = digiclubId("destelbergen-reinaert");
const NOW = { date: calendarDate("2026-11-23"), time: clockTime("15:00") };

const on = (date: string, digiclub = LIBRARY) =>
  anOccurrence({
    id: occurrenceId(asId("ser", digiclub), calendarDate(date)),
    digiclub,
    date: calendarDate(date),
  });
const dates = (moments: readonly { readonly date: string }[]) => moments.map(({ date }) => date);

describe("the moments to choose from", () => {
  it("are those to come: not over, not cancelled, and the one that goes on now", () => {
    const moments = [
      anOccurrence({ date: NOW.date, from: clockTime("13:00"), until: clockTime("15:00") }),
      anOccurrence({ date: NOW.date, from: clockTime("14:00"), until: clockTime("15:01") }),
      anOccurrence({ date: calendarDate("2026-11-24"), state: "cancelled" }),
      on("2026-11-27"),
    ];
    expect(dates(candidates(moments, NOW, LIBRARY).own)).toEqual(["2026-11-23", "2026-11-27"]);
  });

  it("keep one's own Digiclub apart from the rest of the municipality, each in order of time", () => {
    const moments = [on("2026-11-25", REINAERT), on("2026-11-26"), on("2026-12-02", REINAERT)];
    const { own, others } = candidates(moments, NOW, LIBRARY);
    expect([dates(own), dates(others)]).toEqual([["2026-11-26"], ["2026-11-25", "2026-12-02"]]);
  });

  it("are all others for who works in no Digiclub", () => {
    expect(candidates([on("2026-11-26")], NOW, undefined).own).toEqual([]);
  });
});

describe("the moments offered", () => {
  const ahead = (date: string, changes: Partial<Ahead> = {}): Ahead => ({
    occurrence: on(date),
    seats: { capacity: 8, taken: 2 },
    booking: undefined,
    ...changes,
  });
  const full = { seats: { capacity: 8, taken: 8 } };
  const person = asId("per", "AN00");

  it("have a free place, or are full with this person in it", () => {
    const shown = offered([
      ahead("2026-11-26", full),
      ahead("2026-12-03", { ...full, booking: { person, state: "booked" } }),
      ahead("2026-12-10", { ...full, booking: { person, state: "cancelled" } }),
      ahead("2026-12-17"),
    ]);
    expect(dates(shown.map(({ occurrence }) => occurrence))).toEqual(["2026-12-03", "2026-12-17"]);
  });

  it("are five at most, the soonest", () => {
    const many = Array.from({ length: 9 }, (_, at) => ahead(`2026-12-0${at + 1}`));
    expect(dates(offered(many).map(({ occurrence }) => occurrence))).toEqual([
      "2026-12-01",
      "2026-12-02",
      "2026-12-03",
      "2026-12-04",
      "2026-12-05",
    ]);
  });
});
