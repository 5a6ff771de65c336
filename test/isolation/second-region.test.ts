import { rmSync } from "node:fs";
import { join } from "node:path";
import { regionById } from "@digihulp/region";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startDatabase, type Database } from "../../infra/local/wall/database.ts";
import { changedAssembly, servingRegion } from "../support/changed-assembly.ts";
import type { StoredRow } from "../support/raw-database.ts";
import { startSite, temporaryFolder, type Site } from "../support/site.ts";
import { wordsOfOthers } from "./leaks.ts";

const FIRST = "leie-schelde";
const SECOND = "voorbeeldstreek";
const SERVICES = ["agenda", "partnership"];
const PAGES = [
  "/",
  "/agenda",
  "/agenda?gemeente=deinze",
  "/digiclubs",
  "/toegankelijkheid",
  "/privacy",
  "/wie-mag-wat",
  "/agenda/feed.ics?from=2025-01-01&until=2027-06-30",
  "/api/agenda/occurrences?from=2025-01-01&until=2027-06-30",
  "/api/partnership/municipalities",
  "/api/partnership/digiclubs",
  "/geen-bladzijde",
];

const folder = temporaryFolder();
const kept = join(folder, "kept");
let database: Database;
let site: Site;

const rowsOf = async (region: string): Promise<StoredRow[]> => {
  const all = (await Promise.all(SERVICES.map((service) => site.rows(service)))).flat();
  return all.filter(({ pk }) => new RegExp(`^(${region}\\.|public#${region}#)`).test(String(pk)));
};
const start = async (assembly: string): Promise<void> => {
  site = await startSite({ assembly, kept, database });
};
/** What every page said, by its address. */
const said = async (): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(PAGES.map(async (path) => [path, (await site.ask(path)).text] as const)),
  );

const strangers = (pages: ReadonlyMap<string, string>, region: string): string[] =>
  [...pages].flatMap(([path, text]) =>
    wordsOfOthers(region)
      .filter((word) => text.includes(word))
      .map((word) => `${path} says ${word}`),
  );

let firstRows: StoredRow[];
let firstPages: Map<string, string>;

beforeAll(async () => {
  database = await startDatabase({});
  await start(inject("assembly"));
  [firstRows, firstPages] = [await rowsOf(FIRST), await said()];
  await site.stop();
  await start(changedAssembly(inject("assembly"), join(folder, "app"), servingRegion(SECOND)));
});

afterAll(async () => {
  await site?.stop();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("a second Digibank beside the first, on the same tables", () => {
  let pages: Map<string, string>;
  beforeAll(async () => {
    pages = await said();
  });

  it("shows its own name and places, and nothing of Digistroom", () => {
    expect(strangers(pages, SECOND)).toEqual([]);
    for (const name of ["Digivoorbeeld", "Testdorp", "Deinze (verzonnen)"])
      expect(pages.get("/digiclubs")).toContain(name);
    expect(pages.get("/geen-bladzijde")).toContain("Digivoorbeeld");
  });

  it("has its own Deinze, though the first has one of the same id", () => {
    const municipalities: unknown = JSON.parse(pages.get("/api/partnership/municipalities") ?? "");
    expect(municipalities).toEqual({
      municipalities: [
        { id: "deinze", name: "Deinze (verzonnen)", postcodes: ["0001"] },
        { id: "testdorp", name: "Testdorp", postcodes: ["0002"] },
      ],
    });
    expect(pages.get("/agenda?gemeente=deinze")).toContain("Agenda van Deinze (verzonnen)");
    expect(pages.get("/agenda?gemeente=deinze")).not.toContain("Bibliotheek Deinze");
  });

  it("has its own moments, on the start page too", () => {
    const ids = [...(pages.get("/") ?? "").matchAll(/\/agenda\/moment\/([\w.-]+)/g)];
    const shown = ids.map(([, id = ""]) => id);
    expect(shown.length).toBeGreaterThanOrEqual(2);
    expect(shown.slice(0, 2)).toEqual([
      "occ_testdorp-bibliotheek-maandag.2026-11-30",
      "occ_testdorp-bibliotheek-maandag.2026-12-07",
    ]);
    expect(shown.every((id) => id.startsWith("occ_testdorp-"))).toBe(true);
  });

  it("does not know the first one's places, moments and ids", async () => {
    const friday = "occ_destelbergen-reinaert-vrijdag.2026-11-27";
    expect((await site.ask(`/agenda/moment/${friday}`)).status).toBe(404);
    expect((await site.ask(`/api/agenda/occurrences/${friday}`)).status).toBe(404);
    expect((await site.ask("/agenda?gemeente=destelbergen")).status).toBe(422);
    expect((await site.ask("/agenda/feed.ics?municipality=destelbergen")).status).toBe(422);
  });

  it("left every row of the first as it was", async () => {
    expect(firstRows.length).toBeGreaterThan(200);
    expect(await rowsOf(FIRST)).toEqual(firstRows);
  });
});

describe("the first one, started again", () => {
  let secondRows: StoredRow[];
  let pages: Map<string, string>;
  beforeAll(async () => {
    secondRows = await rowsOf(SECOND);
    await site.stop();
    await start(inject("assembly"));
    pages = await said();
  });

  it("shows exactly what it showed before, and nothing of the second", () => {
    const plain = (text: string | undefined): string =>
      (text ?? "").replaceAll(/localhost:\d+/g, "");
    expect(strangers(pages, FIRST)).toEqual([]);
    for (const [path, text] of pages)
      expect([path, plain(text)]).toEqual([path, plain(firstPages.get(path))]);
    expect(pages.get("/")).toContain(regionById(FIRST).name);
  });

  it("left every row as it was, its own and the second one's", async () => {
    expect(secondRows.length).toBeGreaterThan(100);
    expect(await rowsOf(FIRST)).toEqual(firstRows);
    expect(await rowsOf(SECOND)).toEqual(secondRows);
  });
});
