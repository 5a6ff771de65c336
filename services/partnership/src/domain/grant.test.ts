import { addDays, asId, calendarDate } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import { organisationId, regionById } from "@digihulp/region";
import { array, assert, integer, option, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { endGrant, giveGrant, partnersOf, stateOf } from "./grant.ts";
import type { Grant } from "./grant.ts";

const region = regionById("leie-schelde");
const today = calendarDate("2026-11-23");
const day = (later: number): CalendarDate => addDays(today, later);
const id = asId("grant", "new1");
const vdab = organisationId("vdab");

const grant = (from: number, until: number | null, endedOn: CalendarDate | null = null): Grant => ({
  id: asId("grant", "old1"),
  organisation: vdab,
  from: day(from),
  until: until === null ? null : day(until),
  endedOn,
});
const give = (from: number, until: number | null, given: readonly Grant[] = []) =>
  giveGrant(
    { organisation: "vdab", from: day(from), until: until === null ? null : day(until) },
    { region, given, today, id },
  );
const refusal = (result: ReturnType<typeof give>) => (result.ok ? "accepted" : result.refusal.kind);

describe("a grant", () => {
  it.each([
    ["before its first day", grant(1, null), "future"],
    ["on its first day", grant(0, null), "active"],
    ["on its last day", grant(-5, 0), "active"],
    ["the day after its last", grant(-5, -1), "expired"],
    ["taken back today", grant(-5, 5, today), "ended"],
    ["taken back before it began", grant(5, null, today), "ended"],
  ])("%s is %s", (_, given, state) => {
    expect(stateOf(given, today)).toBe(state);
  });
});

describe("giving access", () => {
  it("starts on the day given, and stays open without a last day", () => {
    const given = give(0, null);
    expect(given).toEqual({
      ok: true,
      value: { id, organisation: "vdab", from: today, until: null, endedOn: null },
    });
  });

  it.each(["werken-leie-schelde", "nergens", "", "VDAB"])(
    "to %j is refused: it is no partner of this region",
    (organisation) => {
      const wish = { organisation, from: today, until: null };
      const given = giveGrant(wish, { region, given: [], today, id });
      expect(given).toEqual({ ok: false, refusal: { kind: "organisation-unknown" } });
    },
  );

  it("is possible to every partner and to no category of organisations", () => {
    const categories = region.organisations.filter(({ isCategory }) => isCategory);
    expect(categories.length).toBeGreaterThan(0);
    const ids = partnersOf(region).map((partner) => partner.id);
    for (const category of categories) expect(ids).not.toContain(category.id);
    expect(ids).toContain("vdab");
  });

  it.each([
    [-1, null, "in-the-past"],
    [0, 0, "accepted"],
    [3, 2, "until-before-from"],
    [-2, -3, "in-the-past"],
  ])("from day %i until day %s is %s", (from, until, expected) => {
    expect(refusal(give(from, until))).toBe(expected);
  });

  it.each([
    { when: "on its last day", other: grant(0, 10), days: [10, null], is: "overlapping-grant" },
    { when: "the day after its last", other: grant(0, 10), days: [11, null], is: "accepted" },
    { when: "until its first day", other: grant(20, null), days: [5, 20], is: "overlapping-grant" },
    { when: "until the day before it", other: grant(20, null), days: [5, 19], is: "accepted" },
    { when: "inside an open one", other: grant(-99, null), days: [5, 6], is: "overlapping-grant" },
    { when: "around it", other: grant(5, 6), days: [0, null], is: "overlapping-grant" },
    { when: "after its end", other: grant(-99, null, today), days: [0, null], is: "accepted" },
  ])("beside another one, $when, is $is", ({ other, days: [from, until = null], is }) => {
    expect(refusal(give(from!, until, [other]))).toBe(is);
  });

  it("to one organisation leaves another one's days alone", () => {
    const other = { ...grant(0, null), organisation: organisationId("avansa") };
    expect(refusal(give(0, null, [other]))).toBe("accepted");
  });

  it("never lets two of an organisation hold on one day, in any order", () => {
    const wish = record({
      from: integer({ min: 0, max: 30 }),
      length: option(integer({ min: 0, max: 15 })),
    });
    assert(
      property(array(wish, { maxLength: 12 }), (wishes) => {
        const given: Grant[] = [];
        for (const { from, length } of wishes) {
          const result = give(from, length === null ? null : from + length, given);
          if (result.ok) given.push(result.value);
        }
        return Array.from({ length: 60 }, (_, later) => day(later)).every(
          (date) => given.filter((one) => stateOf(one, date) === "active").length <= 1,
        );
      }),
    );
  });
});

describe("taking access back", () => {
  it.each([grant(0, null), grant(-5, 5), grant(5, null)])("ends it at once", (given) => {
    const ended = endGrant(given, today);
    expect(ended.ok && stateOf(ended.value, today)).toBe("ended");
  });

  it.each([grant(-5, -1), grant(-5, null, day(-2))])("of what is over is refused", (given) => {
    expect(endGrant(given, today)).toEqual({ ok: false, refusal: { kind: "already-ended" } });
  });
});
