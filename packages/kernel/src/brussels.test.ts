import { describe, expect, it } from "vitest";
import { brusselsInstant, brusselsWallTime, isoWithOffset } from "./brussels.ts";
import { calendarDate, clockTime } from "./calendar-date.ts";

const wall = (date: string, time: string) => ({ date: calendarDate(date), time: clockTime(time) });
const instantOf = (date: string, time: string) =>
  new Date(brusselsInstant(wall(date, time))).toISOString();

describe("the instant of a wall time in Brussels", () => {
  it("lies an hour back in winter and two in summer", () => {
    expect(instantOf("2026-11-27", "14:00")).toBe("2026-11-27T13:00:00.000Z");
    expect(instantOf("2026-06-27", "14:00")).toBe("2026-06-27T12:00:00.000Z");
  });

  it("just after midnight belongs to the day before in UTC", () => {
    expect(instantOf("2027-01-01", "00:30")).toBe("2026-12-31T23:30:00.000Z");
  });

  it("skipped by the spring change is read with the offset before it", () => {
    expect(instantOf("2026-03-29", "01:59")).toBe("2026-03-29T00:59:00.000Z");
    expect(instantOf("2026-03-29", "02:30")).toBe("2026-03-29T01:30:00.000Z");
    expect(instantOf("2026-03-29", "03:00")).toBe("2026-03-29T01:00:00.000Z");
  });

  it("repeated by the autumn change is its first turn", () => {
    expect(instantOf("2026-10-25", "01:59")).toBe("2026-10-24T23:59:00.000Z");
    expect(instantOf("2026-10-25", "02:00")).toBe("2026-10-25T00:00:00.000Z");
    expect(instantOf("2026-10-25", "02:59")).toBe("2026-10-25T00:59:00.000Z");
    expect(instantOf("2026-10-25", "03:00")).toBe("2026-10-25T02:00:00.000Z");
  });
});

describe("the wall time of an instant", () => {
  const at = (instant: string) => Object.values(brusselsWallTime(Date.parse(instant))).join(" ");

  it("turns to the next day at Brussels' midnight", () => {
    expect(at("2026-11-22T22:59:59.999Z")).toBe("2026-11-22 23:59");
    expect(at("2026-11-22T23:00:00.000Z")).toBe("2026-11-23 00:00");
    expect(at("2026-07-01T22:00:00.000Z")).toBe("2026-07-02 00:00");
  });

  it("jumps over an hour in spring and shows one twice in autumn", () => {
    expect(at("2026-03-29T00:59:00.000Z")).toBe("2026-03-29 01:59");
    expect(at("2026-03-29T01:00:00.000Z")).toBe("2026-03-29 03:00");
    expect(at("2026-10-25T00:30:00.000Z")).toBe("2026-10-25 02:30");
    expect(at("2026-10-25T01:30:00.000Z")).toBe("2026-10-25 02:30");
  });
});

describe("a wall time in ISO 8601", () => {
  it("carries the offset of its own day", () => {
    expect(isoWithOffset(wall("2026-11-27", "14:00"))).toBe("2026-11-27T14:00:00+01:00");
    expect(isoWithOffset(wall("2026-06-27", "14:00"))).toBe("2026-06-27T14:00:00+02:00");
  });

  it("names the same instant as the wall time does, also when the clock skips it", () => {
    for (const [date, time] of [
      ["2026-03-29", "02:30"],
      ["2026-10-25", "02:30"],
      ["2026-12-31", "23:59"],
    ] as const) {
      expect(Date.parse(isoWithOffset(wall(date, time)))).toBe(brusselsInstant(wall(date, time)));
    }
    expect(isoWithOffset(wall("2026-03-29", "02:30"))).toBe("2026-03-29T03:30:00+02:00");
  });
});
