import { rmSync } from "node:fs";
import { join } from "node:path";
import { REGIONS } from "@digihulp/region";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startDatabase, type Database } from "../../infra/local/wall/database.ts";
import { changedAssembly, servingRegion } from "../support/changed-assembly.ts";
import type { StoredRow } from "../support/raw-database.ts";
import { startSite, temporaryFolder, type Site } from "../support/site.ts";
import { CALLERS } from "./callers.ts";
import { CASES } from "./cases.ts";
import { leaksIn } from "./leaks.ts";
import { ROUTES, unwalkedTables } from "./route-tables.ts";
import { publicRowFaults, rowFaults, tableShape, type TableShape } from "./row-faults.ts";
import { casesWithoutRoute, routesWithoutCase, tellingApart, walked, type Step } from "./walk.ts";

const REGION = "leie-schelde";
const folder = temporaryFolder();
let database: Database;
let site: Site;
let steps: Step[];

beforeAll(async () => {
  database = await startDatabase({});
  const other = changedAssembly(
    inject("assembly"),
    join(folder, "app"),
    servingRegion("voorbeeldstreek"),
  );
  // Both regions' rows stand in the same tables.
  const before = await startSite({ assembly: other, database });
  await before.stop();
  site = await startSite({ assembly: inject("assembly"), database });
  steps = await walked({ site, regionId: REGION, routes: ROUTES, cases: CASES, callers: CALLERS });
  console.log(`walked ${ROUTES.length} routes: ${steps.length} cases of route x caller`);
});

afterAll(async () => {
  await site?.stop();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("every route", () => {
  it("has a case, and every case a route", () => {
    expect(unwalkedTables()).toEqual([]);
    expect(routesWithoutCase(ROUTES, CASES)).toEqual([]);
    expect(casesWithoutRoute(ROUTES, CASES)).toEqual([]);
  });

  it("answers each caller as it should, and gives nothing away", () => {
    expect(steps.length).toBeGreaterThanOrEqual(ROUTES.length * CALLERS.length);
    const faults = steps.flatMap(({ call, faults }) => faults.map((fault) => `${call} ${fault}`));
    expect(faults).toEqual([]);
  });

  it("answers alike for what is somebody else's and for what does not exist", () => {
    expect(tellingApart(steps)).toEqual([]);
  });

  it("gives a cookie only to who is on the way in, and then one that no script can read", () => {
    const given = steps.filter(({ answer }) => answer.headers["set-cookie"] !== undefined);
    const paths = new Set(given.map(({ route }) => route.path));
    expect([...paths].filter((path) => !/^\/(aanmelden|afmelden|werkplek)/.test(path))).toEqual([]);
    const cookies = given.flatMap(({ answer }) => answer.headers["set-cookie"] ?? []);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-\w+=.*; Path=\/; Secure; HttpOnly/);
  });

  it("sends nobody away to another site, but to the one where people sign in", () => {
    const sent = steps.flatMap(({ answer }) => answer.headers["location"] ?? []).map(String);
    expect(sent.length).toBeGreaterThan(5);
    const elsewhere = sent.filter((to) => !to.startsWith("/") || to.startsWith("//"));
    const hosts = new Set(elsewhere.map((to) => new URL(to).hostname));
    expect([...hosts].filter((host) => host !== "localhost")).toEqual([]);
    expect(sent.filter((to) => to.includes("elders"))).toEqual([]);
  });
});

describe("every row that was written by then", () => {
  let tables: TableShape[];
  const rowsOf = new Map<string, StoredRow[]>();

  beforeAll(async () => {
    tables = site.stack.application.tables.map(tableShape);
    for (const { name } of tables) rowsOf.set(name, await site.database.rows(name));
  });

  it("is there to be looked at: of each region, of tenants and for anybody, state and events", () => {
    const all = [...rowsOf.values()].flat();
    const keys = all.map(({ pk }) => String(pk));
    for (const { id } of REGIONS) {
      expect(keys.some((key) => key.startsWith(`${id}.deinze#`))).toBe(true);
      expect(keys.some((key) => key.startsWith(`public#${id}#`))).toBe(true);
    }
    expect(all.filter(({ type }) => type === "event").length).toBeGreaterThan(15);
    expect(all.length).toBeGreaterThan(500);
    console.log(`looked at ${all.length} rows of ${tables.length} tables`);
  });

  it("is somebody's, stands in no foreign index, and tells nothing of a person", () => {
    const faults = tables.flatMap((table) =>
      (rowsOf.get(table.name) ?? []).flatMap((row) => rowFaults(row, table)),
    );
    expect(faults).toEqual([]);
  });

  it("shows anybody only the attributes that its public index lists", async () => {
    const faults: string[] = [];
    let seen = 0;
    for (const table of tables)
      for (const index of table.indexes.filter(({ only }) => only !== undefined)) {
        const rows = await site.database.rows(table.name, index.name);
        seen += rows.length;
        faults.push(...rows.flatMap((row) => publicRowFaults(row, index, table)));
      }
    expect(seen).toBeGreaterThan(500);
    expect(faults).toEqual([]);
  });
});

describe("the walk can fail", () => {
  const told = { regionId: REGION, asked: "/" };
  const [first] = ROUTES;
  const api = ROUTES.find(({ path }) => path === "/api/agenda/occurrences/:id")!;
  const answer = (text: string, type = "application/json") => ({
    status: 200,
    headers: {},
    type,
    text,
  });

  it("at a route that nobody said how to call", () => {
    const added = { ...first!, path: "/agenda/nieuw" };
    expect(routesWithoutCase([...ROUTES, added], CASES)).toEqual([
      "GET /agenda/nieuw of agenda has no case: say in cases.ts who gets what",
    ]);
  });

  it.each([
    ["<p>Digivoorbeeld</p>", "of another region"],
    ["<p>leie-schelde.deinze</p>", "a tenant's tag"],
    ["<p>public#leie-schelde#month</p>", "a stored key"],
    ["<pre>Error\n    at handler (/var/task/index.cjs:1:2)</pre>", "a stack trace"],
  ])("at a page with %s", (text, says) => {
    expect(leaksIn(first!, answer(text, "text/html"), told).join()).toContain(says);
  });

  it("at a document with a stored attribute, or with more than its schema", () => {
    const moment = steps.find(({ call }) => call.startsWith("GET /api/agenda/occurrences/occ_"))!;
    const document: object = JSON.parse(moment.answer.text);
    const leaks = (extra: object): string[] =>
      leaksIn(api, answer(JSON.stringify({ ...document, ...extra })), told);
    expect(leaks({})).toEqual([]);
    expect(leaks({ pid: "x" })).toContain("carries the stored attribute pid");
    expect(leaks({ clientName: "x" })).toEqual(["says more than its schema"]);
  });

  it("at two answers that tell a foreign id from a missing one", () => {
    const [one] = steps.filter(({ owner }) => owner === "other-region");
    const other = { ...one!, owner: "nobody" as const };
    expect(tellingApart([one!, other])).toEqual([]);
    const telling = { ...other, answer: { ...other.answer, text: `${other.answer.text} ` } };
    expect(tellingApart([one!, telling])).toHaveLength(1);
  });
});
