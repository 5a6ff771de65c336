import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readApplication, type Application } from "../../infra/local/template/application.ts";
import { startDatabase, type Database } from "../../infra/local/wall/database.ts";
import { createTables } from "../../infra/local/wall/tables.ts";
import { startWall } from "../../infra/local/wall/wall.ts";
import { changedAssembly } from "../support/changed-assembly.ts";
import { temporaryFolder } from "../support/site.ts";
import { probe, type Probe } from "./breaches.ts";
import { CHANGED_SERVICE, CONTROLS } from "./wall-controls.ts";

const folder = temporaryFolder();
let database: Database;

beforeAll(async () => {
  database = await startDatabase({});
  await createTables(database.endpoint, readApplication(inject("assembly")).tables);
});

afterAll(async () => {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function probed(application: Application, service?: string): Promise<Probe> {
  const { account, region, roles } = application;
  const wall = await startWall({ database: database.endpoint, roles, region, account });
  try {
    return await probe(application, wall, service);
  } finally {
    await wall.stop();
  }
}

describe("the wall of the real template", () => {
  let application: Application;
  let real: Probe;

  beforeAll(async () => {
    application = readApplication(inject("assembly"));
    real = await probed(application);
    console.log(`the wall refused ${real.refused} calls, ${real.breaches.length} got through`);
  });

  it("lets nobody do anything that they must not", () => {
    expect(real.breaches).toEqual([]);
  });

  it("was tried from every session, and each of them does reach its own rows", () => {
    const sessions = application.functions.flatMap(({ environment }) =>
      Object.keys(environment).filter((name) => name.startsWith("DATA_ROLE_")),
    );
    expect(sessions.length).toBeGreaterThanOrEqual(5);
    expect(real.allowed).toHaveLength(sessions.length);
    expect(real.refused).toBeGreaterThan(sessions.length * 300);
  });
});

describe("a wall shows its hole", () => {
  it.each(CONTROLS)("without $without", async ({ without, change, shows, only }) => {
    const copy = join(folder, without.replaceAll(/\W/g, "-"));
    const { breaches } = await probed(
      readApplication(changedAssembly(inject("assembly"), copy, change)),
      CHANGED_SERVICE,
    );
    console.log(`without ${without}: ${breaches.length}, such as: ${breaches[0] ?? "none"}`);
    expect(breaches).toContainEqual(expect.stringMatching(shows));
    expect(breaches.filter((breach) => !only.test(breach))).toEqual([]);
  });
});
