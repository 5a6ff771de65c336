import { describe, expect, it } from "vitest";
import { agreedNow } from "./consent.ts";
import { isOwnRegistration, mayReadWords } from "./disclosure.ts";
import { daysWaiting } from "./waiting.ts";
import { calendarDate } from "@digihulp/kernel";

describe("who reads somebody's words", () => {
  it.each([
    ["the desk", true, ["desk-may-see"] as const, true],
    ["the desk", true, ["may-call"] as const, false],
    ["a social worker", false, [] as const, true],
  ])("%s (%s), with %j agreed: %s", (_, isDesk, agreed, reads) => {
    expect(mayReadWords({ agreed: agreedNow(agreed, 1) }, { isDesk })).toBe(reads);
  });
});

describe("who is told that they registered somebody", () => {
  const file = { registeredBy: { kind: "member", id: "m-1" } as const };
  it("only that very member", () => {
    expect(isOwnRegistration(file, { isDesk: false, member: "m-1" })).toBe(true);
    expect(isOwnRegistration(file, { isDesk: false, member: "m-2" })).toBe(false);
    expect(isOwnRegistration({ registeredBy: { kind: "job" } }, { isDesk: false })).toBe(false);
  });
});

describe("how long somebody waits", () => {
  const today = calendarDate("2026-11-23");
  it.each([
    ["2026-11-23T08:00:00Z", 0],
    // Half past midnight in Brussels, still the day before in UTC.
    ["2026-11-21T23:30:00Z", 1],
    ["2026-11-24T08:00:00Z", 0],
    ["2026-10-24T08:00:00Z", 30],
  ])("since %s: %i days, by the calendar of Brussels", (at, days) => {
    expect(daysWaiting(Date.parse(at), today)).toBe(days);
  });
});
