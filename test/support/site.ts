import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStack, type LocalStack } from "../../infra/local/stack.ts";
import type { Application } from "../../infra/local/template/application.ts";
import { startDatabase, type Database } from "../../infra/local/wall/database.ts";
import { ask, type Answered, type Asked } from "./ask.ts";
import { rawDatabase, type RawDatabase, type StoredRow } from "./raw-database.ts";

/** A Wednesday without any moment, so that the hour at which a test runs does not matter. */
export const TODAY = "2026-11-25";

export type SiteOptions = {
  assembly: string;
  /** Folder that keeps the data when the site stops; without it nothing is kept. */
  kept?: string;
  /** A running database that outlives the site. */
  database?: Database;
  today?: string;
  disorder?: number;
};

/** The real app on the local stack, with what only tests may do. */
export type Site = {
  readonly stack: LocalStack;
  readonly database: RawDatabase;
  ask(path: string, asked?: Asked): Promise<Answered>;
  /** The table of a service. */
  table(service: string): string;
  rows(service: string): Promise<StoredRow[]>;
  /** Everything that the functions wrote to their logs. */
  logs(): string;
  stop(): Promise<void>;
};

function textsIn(folder: string): string {
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return files.join("\n");
}

/** A folder of its own for one test. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "digihulp-test-"));

/** The table of a service, as its functions are told. */
export function tableOf({ functions }: Application, service: string): string {
  const own = functions.find(({ environment }) => environment["SERVICE"] === service);
  const name = own?.environment["TABLE_NAME"];
  if (name === undefined) throw new Error(`${service} has no table`);
  return name;
}

async function databaseOf({ database, kept }: SiteOptions, folder: string): Promise<Database> {
  if (database) return { ...database, stop: async () => {} };
  return startDatabase(kept === undefined ? {} : { dataFolder: join(folder, "data") });
}

/** Starts the app with its region loaded; stop it in `afterAll`. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const { assembly, kept, today = TODAY, disorder } = options;
  const folder = kept ?? temporaryFolder();
  const starting = databaseOf(options, folder);
  const stack = await startStack({
    assembly,
    dataFolder: folder,
    database: starting,
    today,
    disorder,
    quiet: true,
  }).catch((error: unknown) => {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const database = rawDatabase((await starting).endpoint);
  const table = (service: string): string => tableOf(stack.application, service);
  return {
    stack,
    database,
    ask: (path, asked) => ask(stack.origin, path, asked),
    table,
    rows: (service) => database.rows(table(service)),
    logs: () => textsIn(join(folder, "logs")),
    stop: async () => {
      database.stop();
      await stack.stop();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
