import { describe, expect, it } from "vitest";
import { isObject } from "../json.ts";
import type { Answered, Command } from "./browser.ts";
import { dayOf } from "./calendar.ts";
import type { Deed } from "./deed.ts";
import { settingOn } from "./fixture.ts";
import type { Ids } from "./journal.ts";
import { liveYear, type Stage } from "./live.ts";
import type { Person } from "./people.ts";
import { yearOf } from "./year.ts";

const YEAR = yearOf(settingOn("2026-11-23"), "test");

/** A portal as far as the year can see it: it gives ids, and the same answer to the same key. */
class FakePortal {
  readonly done: { who: string; command: Command; at: number }[] = [];
  readonly told: string[] = [];
  private readonly answers = new Map<string, Answered>();
  private now = 0;
  private left: number;

  constructor(requests = Number.POSITIVE_INFINITY) {
    this.left = requests;
  }

  /** A portal that answers this many requests more. */
  refill(requests: number): void {
    this.left = requests;
  }

  stage(answer: (command: Command) => Answered | undefined = () => undefined): Stage {
    return {
      travelTo: async (instant) => void (this.now = instant),
      drain: async () => void this.told.push("drained"),
      lived: (day, deeds) => void this.told.push(`${day} ${deeds}`),
      send: async (who, command) => {
        if (this.left === 0) throw new Error("the portal is gone");
        this.left -= 1;
        return answer(command) ?? this.answer(who, command);
      },
    };
  }

  private answer(who: string, command: Command): Answered {
    const known = this.answers.get(command.key ?? "");
    if (known) return known;
    this.done.push({ who, command, at: this.now });
    const number = this.done.length;
    const body = { person: `per_${number}`, question: `qst_${number}`, id: `grant_${number}` };
    const answered = { status: 200, body };
    this.answers.set(command.key ?? "", answered);
    return answered;
  }
}

function journalOf(done = new Map<string, Ids>()) {
  return { done, write: (deed: string, ids: Ids) => void done.set(deed, ids) };
}

describe("living a year", () => {
  it("does each thing once, at its own time, in the name of who does it", async () => {
    const portal = new FakePortal();
    await liveYear(YEAR, journalOf(), portal.stage());
    expect(portal.done.map(({ who, at }) => [who, at])).toEqual(
      YEAR.map(({ who, at }) => [who, at]),
    );
    expect(
      portal.done.every(({ command }) => !/undefined|person-|question-/.test(command.path)),
    ).toBe(true);
  });

  it("lets every day come to rest before the next one", async () => {
    const portal = new FakePortal();
    await liveYear(YEAR, journalOf(), portal.stage());
    const days = [...Map.groupBy(YEAR, ({ at }) => dayOf(at))];
    expect(portal.told).toEqual(
      days.flatMap(([day, deeds]) => ["drained", `${day} ${deeds.length}`]),
    );
  });

  it("goes on after it was broken off, wherever that was, and does nothing twice", async () => {
    const portal = new FakePortal();
    const done = new Map<string, Ids>();
    for (let stop = 7; portal.done.length < YEAR.length; stop += 113) {
      portal.refill(stop);
      // What was done just before the end may not have been written down.
      const unsure = [...done.keys()].slice(-3);
      for (const key of unsure) done.delete(key);
      await liveYear(YEAR, journalOf(done), portal.stage()).catch(() => undefined);
    }
    expect(portal.done.map(({ at }) => at)).toEqual(YEAR.map(({ at }) => at));
  });

  it("stops at the first refusal, and says whose and what", async () => {
    const portal = new FakePortal();
    const full = { status: 409, body: { type: "urn:digihulp:problem:no-seat-left" } };
    const refuse = ({ path }: Command) => (path === "/api/agenda/bookings" ? full : undefined);
    const first = YEAR.find(({ act }) => act.does === "book")!;
    await expect(liveYear(YEAR, journalOf(), portal.stage(refuse))).rejects.toThrow(
      `${first.who} could not book on ${dayOf(first.at)} (${first.key}): 409 no-seat-left`,
    );
    expect(portal.done).toHaveLength(YEAR.indexOf(first));
  });
});

it("who looks like somebody else is entered after a second look, under the same key", async () => {
  const person: Person = {
    key: "person-1",
    municipality: "deinze",
    digiclub: "deinze-bibliotheek",
    name: "Zoë Meerkoet",
    reach: { by: "visit" },
    language: "nl",
    agreed: [],
  };
  const wish = { theme: "itsme", words: "" };
  const act = { does: "register", person, question: "question-1", wish } as const;
  const deed: Deed = { at: 0, who: "desk-deinze-bibliotheek", key: "deed-1", act };
  const doubt = {
    status: 409,
    body: {
      type: "urn:digihulp:problem:possible-duplicate",
      issues: [{ field: "notSameAs", message: "per_7" }],
    },
  };
  const asked: Command[] = [];
  const portal = new FakePortal();
  const stage = portal.stage((command) => {
    asked.push(command);
    return isObject(command.body) && "notSameAs" in command.body ? undefined : doubt;
  });
  await liveYear([deed], journalOf(), stage);
  expect(asked.map(({ key }) => key)).toEqual(["demo-deed-1", "demo-deed-1"]);
  expect(asked[1]?.body).toMatchObject({ name: "Zoë Meerkoet", notSameAs: ["per_7"] });
});
