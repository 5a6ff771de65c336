import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOf, instantAt, isWorkingDay } from "./calendar.ts";
import type { Act, Deed } from "./deed.ts";
import { settingOn } from "./fixture.ts";
import { YEAR_DAYS, type Setting } from "./setting.ts";
import { yearOf } from "./year.ts";

const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2025-06-01", days));
const someYear = fc.tuple(someDay, fc.string({ maxLength: 6 }));
const RUNS = { numRuns: 12 };

const each = (check: (deeds: Deed[], setting: Setting) => void) =>
  fc.assert(
    fc.property(someYear, ([today, seed]) => {
      const setting = settingOn(today);
      check(yearOf(setting, seed), setting);
    }),
    RUNS,
  );

const personOf = (act: Act): string | undefined => {
  if (!("person" in act)) return undefined;
  return typeof act.person === "string" ? act.person : act.person.key;
};
const isNew = ({ does }: Act): boolean => does === "register" || does === "refer";

describe("a demo year", () => {
  it("is the same for the same day and seed, and another one for another seed", () => {
    const setting = settingOn("2026-11-23");
    expect(yearOf(setting, "a")).toEqual(yearOf(setting, "a"));
    expect(yearOf(setting, "a")).not.toEqual(yearOf(setting, "b"));
  });

  it("lies before today, in order, on working days, within working hours", () => {
    each((deeds, { today }) => {
      expect(deeds.length).toBeGreaterThan(200);
      const first = instantAt(addDays(today, -YEAR_DAYS), 0);
      let before = first;
      for (const { at } of deeds) {
        expect(at).toBeGreaterThanOrEqual(before);
        expect(at).toBeLessThan(instantAt(today, 0));
        expect(isWorkingDay(dayOf(at))).toBe(true);
        expect(at - instantAt(dayOf(at), 0)).toBeGreaterThan(8.9 * 3_600_000);
        expect(at - instantAt(dayOf(at), 0)).toBeLessThan(18 * 3_600_000);
        before = at;
      }
    });
  });

  it("is done by people who exist, each thing once, in places that exist", () => {
    each((deeds, { digiclubs, towns, organisations }) => {
      const personas = new Set([
        ...digiclubs.flatMap(({ id }) => [`desk-${id}`, `volunteer-${id}`]),
        ...towns.flatMap(({ id }) => [`admin-${id}`, `social-worker-${id}`]),
        ...organisations.map((id) => `partner-${id}`),
      ]);
      expect(deeds.filter(({ who }) => !personas.has(who))).toEqual([]);
      expect(new Set(deeds.map(({ key }) => key)).size).toBe(deeds.length);
    });
  });

  it("speaks of nobody and of no question before they are there", () => {
    each((deeds) => {
      const people = new Set<string>();
      const questions = new Set<string>();
      for (const { act } of deeds) {
        const person = personOf(act);
        if (person !== undefined) {
          expect(people.has(person)).toBe(!isNew(act));
          people.add(person);
        }
        if (!("question" in act) || act.question === undefined) continue;
        expect(questions.has(act.question)).toBe(act.does === "book" || act.does === "withdraw");
        questions.add(act.question);
      }
    });
  });

  it("keeps people inside their own town", () => {
    each((deeds, { digiclubs, moments }) => {
      const townOf = new Map<string, string>();
      const workplace = (who: string): string | undefined =>
        digiclubs.find(({ id }) => who.endsWith(`-${id}`))?.municipality ??
        /^social-worker-(.+)/.exec(who)?.[1];
      for (const { act, who } of deeds) {
        if (act.does === "register" || act.does === "refer")
          townOf.set(act.person.key, act.person.municipality);
        const person = personOf(act);
        const town = person && townOf.get(person);
        if (town && act.does !== "refer") expect(workplace(who)).toBe(town);
        if (town && "moment" in act)
          expect(moments.find(({ id }) => id === act.moment)?.municipality).toBe(town);
      }
    });
  });

  it("refers people only under a grant that holds", () => {
    each((deeds) => {
      const given = new Map<string, string | null>();
      const nameOf = (organisation: string, town: string) => `${organisation} in ${town}`;
      for (const { act, at, who } of deeds) {
        const town = who.replace("admin-", "");
        if (act.does === "give-grant") given.set(nameOf(act.organisation, town), act.until);
        if (act.does === "end-grant")
          given.delete(nameOf(act.grant.replace(`grant-${town}-`, ""), town));
        if (act.does !== "refer") continue;
        const until = given.get(nameOf(who.replace("partner-", ""), act.person.municipality));
        expect(until).not.toBeUndefined();
        if (typeof until === "string") expect(dayOf(at) <= until).toBe(true);
        expect(act.person.agreed).toContain("may-refer");
      }
    });
  });

  it("gives nobody two places in a moment, and no moment more than twelve", () => {
    each((deeds) => {
      const seats = new Map<string, Set<string>>();
      for (const { act } of deeds) {
        if (act.does !== "book" && act.does !== "call-off") continue;
        const taken = seats.get(act.moment) ?? new Set();
        seats.set(act.moment, taken);
        expect(taken.has(act.person)).toBe(act.does === "call-off");
        if (act.does === "book") taken.add(act.person);
        else taken.delete(act.person);
        expect(taken.size).toBeLessThanOrEqual(12);
      }
    });
  });

  it("plans people in before the moment, and notes on its day who came, once each", () => {
    each((deeds, { moments }) => {
      const expected = new Set<string>();
      for (const { act, at } of deeds) {
        if (!("moment" in act)) continue;
        const moment = moments.find(({ id }) => id === act.moment)!;
        const day = dayOf(at);
        const seat = `${personOf(act)} ${act.moment}`;
        if (act.does === "book" && !act.arrived) {
          expect(day < moment.date).toBe(true);
          expected.add(seat);
          continue;
        }
        if (act.does === "call-off") expect(day < moment.date).toBe(true);
        else expect(day).toBe(moment.date);
        if (act.does === "note" || act.does === "call-off")
          expect(expected.delete(seat)).toBe(true);
      }
      const late = [...expected].filter((seat) => seat.slice(-10) < dayOf(deeds.at(-1)!.at));
      expect(late.filter((seat) => isWorkingDay(seat.slice(-10)))).toEqual([]);
    });
  });

  it("counts visitors, never fewer than nobody", () => {
    each((deeds) => {
      const visitors = new Map<string, number>();
      for (const { act } of deeds) {
        if (act.does !== "count") continue;
        const count = (visitors.get(act.moment) ?? 0) + act.change;
        expect(count).toBeGreaterThanOrEqual(0);
        visitors.set(act.moment, count);
      }
      expect(visitors.size).toBeGreaterThan(30);
    });
  });
});

describe("a year in a region without moments", () => {
  it("has registrations and a waiting list, and nobody is planned in", () => {
    const deeds = yearOf({ ...settingOn("2026-11-23"), moments: [] }, "a");
    const kinds = new Set(deeds.map(({ act }) => act.does));
    expect(kinds).toEqual(
      new Set(["give-grant", "end-grant", "register", "refer", "ask", "withdraw"]),
    );
  });

  it("is empty without towns", () => {
    const nowhere = { ...settingOn("2026-11-23"), towns: [], digiclubs: [], moments: [] };
    expect(yearOf(nowhere, "a")).toEqual([]);
  });
});
