import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { StoredRow } from "../support/raw-database.ts";
import { startSite, type Site } from "../support/site.ts";
import { CASES } from "./cases.ts";
import { attendanceApi, attendancePages } from "./people/agenda-calls.ts";
import { grantCalls } from "./people/grant-calls.ts";
import { registrationApi, registrationPages } from "./people/registration-calls.ts";
import { send } from "./people/send.ts";
import { peopleIn, plan, tried, type Planned, type Tried } from "./people/walk.ts";
import { FRIDAY, makeWorld, type World } from "./people/world.ts";
import { ROUTES } from "./route-tables.ts";
import { tableShape } from "./row-faults.ts";
import { tellingApart } from "./walk.ts";

let site: Site;
let world: World;
let planned: Planned[];

/** Every row but those of sessions, by table. */
async function state(): Promise<Record<string, StoredRow[]>> {
  await site.stack.drain();
  const tables = site.stack.application.tables.map((table) => tableShape(table).name);
  const rows = await Promise.all(tables.map((name) => site.database.rows(name)));
  const kept = rows.map((some) => some.filter(({ pk }) => !String(pk).startsWith("session#")));
  return Object.fromEntries(tables.map((name, at) => [name, kept[at] ?? []]));
}

async function walk(isAllowed: boolean): Promise<Tried[]> {
  const steps: Tried[] = [];
  for (const one of planned.filter((some) => some.isAllowed === isAllowed))
    steps.push(await tried(site, world, one));
  return steps;
}

const faultsOf = (steps: readonly Tried[]): string[] =>
  steps.flatMap(({ call, faults }) => faults.map((fault) => `${call} ${fault}`));

beforeAll(async () => {
  site = await startSite({ assembly: inject("assembly"), today: FRIDAY });
  world = await makeWorld(site);
  const calls = {
    ...registrationPages(world),
    ...registrationApi(world),
    ...attendancePages(world),
    ...attendanceApi(world),
    ...grantCalls(world),
  };
  planned = plan(world, ROUTES, { calls, cases: CASES });
});
afterAll(() => site?.stop());

describe("who has no right", () => {
  let before: Record<string, StoredRow[]>;
  let after: Record<string, StoredRow[]>;
  let refused: Tried[];
  beforeAll(async () => {
    before = await state();
    refused = await walk(false);
    after = await state();
  });

  it("gets nothing on any route, and reads nothing of anybody", () => {
    expect(faultsOf(refused)).toEqual([]);
    expect(refused.length).toBeGreaterThan(1500);
  });

  it("gets one answer for somebody else's and for what does not exist", () => {
    const ways = Map.groupBy(refused, ({ way }) => way);
    expect([...ways.values()].flatMap(tellingApart)).toEqual([]);
  });

  it("changes nothing", () => {
    expect(Object.values(before).flat().length).toBeGreaterThan(100);
    expect(after).toEqual(before);
  });
});

describe("who has the right", () => {
  let allowed: Tried[];
  beforeAll(async () => {
    allowed = await walk(true);
  });

  it("gets an answer on every route, and reads of nobody else", () => {
    expect(faultsOf(allowed)).toEqual([]);
    const routes = new Set(allowed.map(({ route }) => route));
    expect(ROUTES.filter((route) => !routes.has(route))).toEqual([]);
    console.log(
      `${ROUTES.length} routes x ${world.callers.length} callers: ${planned.length} cases, ` +
        `of which ${planned.length - allowed.length} refused`,
    );
  });

  it("sees the people it works for", () => {
    for (const { name, person } of world.people) {
      const shown = allowed.filter(({ answer }) => answer.text.includes(name));
      expect(shown.length, person).toBeGreaterThan(4);
    }
  });

  it("is nobody any more after signing out", async () => {
    const members = world.callers.filter(({ cookies }) => "__Host-sessie" in cookies);
    expect(members.length).toBeGreaterThan(10);
    for (const member of members) {
      const answer = await send(site, member)("GET", "/api/registration/referrals");
      expect(answer.status, member.name).toBe(401);
    }
  });
});

describe("what is kept", () => {
  const marks = (): string[] =>
    world.people.flatMap(({ name, phone, words }) => [
      ...name.split(" "),
      phone,
      phone.slice(5),
      words,
    ]);

  it("names people only in the registration's own rows, and in no event", async () => {
    const registration = site.table("registration");
    const rows = await state();
    const elsewhere = Object.entries(rows)
      .flatMap(([table, some]) =>
        some.filter(({ type }) => table !== registration || type === "event"),
      )
      .map((row) => JSON.stringify(row));
    expect(elsewhere.length).toBeGreaterThan(50);
    for (const mark of marks()) expect(elsewhere.filter((row) => row.includes(mark))).toEqual([]);
    const own = JSON.stringify(rows[registration]);
    for (const { name } of world.people) expect(own).toContain(name);
  });

  it("logs nothing of anybody", () => {
    const logs = site.logs();
    expect(logs).toContain("denied");
    for (const mark of marks()) expect(logs).not.toContain(mark);
  });
});

describe("the walk can fail", () => {
  it.each([
    ["the name", ({ name }: World["people"][number]) => `<p>${name}</p>`],
    ["the family name in an address", ({ name }) => `?naam=${name.split(" ")[1]?.toLowerCase()}`],
    ["the number, written otherwise", ({ phone }) => `+32 ${phone.slice(1).replaceAll(" ", ".")}`],
    ["the words of a question", ({ words }) => words],
    ["the id", ({ person }) => person],
    ["the id of the question", ({ question }) => `{"question":"${question}"}`],
  ])("at an answer with %s of somebody of another municipality", (_, planted) => {
    const { people } = world;
    const [one] = people;
    const found = (caller: string, asked: string[] = []) =>
      peopleIn({ text: planted(one!), headers: {} }, { caller, asked, people });
    expect(found("desk-deinze-bibliotheek")).not.toEqual([]);
    expect(found("coordinator")).not.toEqual([]);
    expect(found("social-worker-destelbergen")).toEqual([]);
  });
});
