import { asId, calendarDate, clockTime } from "@digihulp/kernel";
import { describe, expect, it } from "vitest";
import { anOccurrence } from "./examples.ts";
import { isPast, occurrenceId, pathOf } from "./occurrence.ts";

describe("an occurrence", () => {
  const at = (date: string, time: string) => ({ date: calendarDate(date), time: clockTime(time) });

  it("is past from the minute it ends, not before", () => {
    const workshop = anOccurrence();
    expect(isPast(workshop, at("2023-09-26", "18:29"))).toBe(false);
    expect(isPast(workshop, at("2023-09-26", "18:30"))).toBe(true);
    expect(isPast(workshop, at("2023-09-25", "23:59"))).toBe(false);
    expect(isPast(workshop, at("2023-09-27", "00:00"))).toBe(true);
  });

  it("is named after its series and the date it was first planned on", () => {
    const id = occurrenceId(asId("ser", "reinaert-vrijdag"), calendarDate("2023-06-02"));
    expect(id).toBe("occ_reinaert-vrijdag.2023-06-02");
    expect(pathOf(id)).toBe("/agenda/moment/occ_reinaert-vrijdag.2023-06-02");
  });
});
