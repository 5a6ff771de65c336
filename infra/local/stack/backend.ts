import type { Clock } from "../clock.ts";
import { readApplication, type Application } from "../template/application.ts";
import { startDatabase, type Database } from "../wall/database.ts";
import { createTables } from "../wall/tables.ts";
import { startWall, type Wall } from "../wall/wall.ts";
import { prepareFolders, type Folders } from "./folders.ts";
import type { Undo } from "./undo.ts";

export type BackendOptions = {
  /** Folder of the synthesized app, such as cdk.out. */
  assembly: string;
  /** Folder that keeps state between runs; without it nothing outlives the stack. */
  dataFolder?: string | undefined;
  /** A database that is starting already; the stack stops it at its end. */
  database?: Promise<Database> | undefined;
  /** Measures and tells a step of the start. */
  step?: (<T>(name: string, work: () => Promise<T>) => Promise<T>) | undefined;
};

export type Backend = {
  application: Application;
  folders: Folders;
  database: Database;
  tables: Map<string, { streamArn: string | undefined }>;
  wall: Wall;
};

export async function startBackend(
  options: BackendOptions,
  { clock, undo }: { clock: Clock; undo: Undo },
): Promise<Backend> {
  const step = options.step ?? ((_name, work) => work());
  const folders = await prepareFolders(options.dataFolder, undo);
  const starting = options.database ?? startDatabase({ dataFolder: folders.data });
  const stopDatabase = (): Promise<void> =>
    starting.then(
      (database) => database.stop(),
      () => {},
    );
  await undo.add(stopDatabase);
  const application = readApplication(options.assembly);
  const database = await step("database", () => starting);
  const tables = await step("tables", () => createTables(database.endpoint, application.tables));
  const wall = await startWall({
    database: database.endpoint,
    roles: application.roles,
    region: application.region,
    account: application.account,
    now: clock.now,
  });
  await undo.add(() => wall.stop());
  return { application, folders, database, tables, wall };
}
