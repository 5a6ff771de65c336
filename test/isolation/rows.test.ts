import { rmSync } from "node:fs";
import { join } from "node:path";
import { REGIONS } from "@digihulp/region";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startDatabase, type Database } from "../../infra/local/wall/database.ts";
import { changedAssembly, servingRegion } from "../support/changed-assembly.ts";
import type { StoredRow } from "../support/raw-database.ts";
import { startSite, temporaryFolder, type Site } from "../support/site.ts";
import { publicRowFaults, rowFaults, tableShape, type TableShape } from "./row-faults.ts";

const folder = temporaryFolder();
let database: Database;
let site: Site;
let tables: TableShape[];
const rowsOf = new Map<string, StoredRow[]>();

beforeAll(async () => {
  database = await startDatabase({});
  const change = servingRegion("voorbeeldstreek");
  const other = changedAssembly(inject("assembly"), join(folder, "app"), change);
  const before = await startSite({ assembly: other, database });
  await before.stop();
  site = await startSite({ assembly: inject("assembly"), database });
  tables = site.stack.application.tables.map(tableShape);
  for (const { name } of tables) rowsOf.set(name, await site.database.rows(name));
});

afterAll(async () => {
  await site?.stop();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("every row that was written", () => {
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

describe("a row is found out", () => {
  const agenda = (): TableShape => tables.find(({ name }) => name.includes("-agenda-"))!;
  const event = {
    pk: "leie-schelde.deinze#events#2026-11",
    sk: "evt_1",
    type: "event",
    version: 1,
    id: "evt_1",
    name: "client-registered",
    at: 1,
    region: "leie-schelde",
    scope: "leie-schelde.deinze",
    actor: { kind: "job", id: "probe" },
    subject: "cli_1",
    detail: {},
  };
  const occurrence = {
    pk: "leie-schelde.deinze#occurrence#1",
    sk: "occurrence",
    type: "occurrence",
  };

  it.each<[string, StoredRow, string]>([
    ["whose scope does not exist", { ...event, pk: "leie-schelde.gent#x" }, "is nobody's"],
    ["whose key has no scope", { ...event, pk: "leie-schelde.deinze" }, "is nobody's"],
    ["whose scope only begins alike", { ...event, pk: "leie-schelde.deinze-zuid#x" }, "nobody's"],
    ["in a foreign index", { ...occurrence, gpk: "leie-schelde.gavere#month#1" }, "foreign key"],
    [
      "in another region's agenda",
      { ...occurrence, ppk: "public#voorbeeldstreek#1" },
      "foreign key",
    ],
    [
      "for anybody, with all its attributes",
      { ...occurrence, gpk: "public#leie-schelde#1" },
      "anybody",
    ],
    ["with a name in an event", { ...event, detail: { client: { firstName: "An" } } }, "firstName"],
    [
      "with an address in an event",
      { ...event, detail: { at: "an@example.org" } },
      "reach somebody",
    ],
    [
      "with a telephone in an event",
      { ...event, detail: { at: "0470 12 34 56" } },
      "reach somebody",
    ],
    ["with a name of its actor", { ...event, actor: { kind: "member", name: "An" } }, "its actor"],
    ["with an event of another tenant", { ...event, scope: "leie-schelde.gavere" }, "an event of"],
    ["with an event of another region", { ...event, region: "voorbeeldstreek" }, "event of region"],
  ])("%s", (_, row, says) => {
    expect(rowFaults(row, agenda()).join()).toContain(says);
  });

  it("and a good one is not", () => {
    expect(rowFaults(event, agenda())).toEqual([]);
    expect(rowFaults({ ...occurrence, gpk: `${event.scope}#month#1` }, agenda())).toEqual([]);
  });

  it("as is a public index that shows more than it lists", () => {
    const index = agenda().indexes.find(({ only }) => only !== undefined)!;
    expect(publicRowFaults({ ...occurrence, id: "x", bookedBy: "x" }, index, agenda())).toEqual([
      expect.stringContaining("shows type"),
      expect.stringContaining("shows bookedBy"),
    ]);
  });
});
