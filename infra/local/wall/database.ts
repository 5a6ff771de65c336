import { mkdirSync } from "node:fs";
import { get } from "node:http";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import { engineFolder, spawnEngine, type Engine } from "./java.ts";

export { JavaMissing } from "./java.ts";

export type Database = { endpoint: string; stop(): Promise<void> };

const startLimit = 60_000;
const stopLimit = 15_000;
const attempts = 3;

/** One folder per release of the engine: a newer one cannot read an older one's files. */
function storage(dataFolder: string | undefined): string[] {
  if (dataFolder === undefined) return ["-inMemory"];
  const folder = join(dataFolder, basename(engineFolder()));
  mkdirSync(folder, { recursive: true });
  return ["-dbPath", folder];
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const outgoing = get({ host: "127.0.0.1", port, path: "/", agent: false }, (incoming) => {
      incoming.resume();
      resolve(incoming.headers["x-amzn-requestid"] !== undefined);
    });
    outgoing.setTimeout(5_000, () => outgoing.destroy());
    outgoing.on("error", () => resolve(false));
  });
}

async function answering(port: number, engine: Engine): Promise<Error | undefined> {
  const started = performance.now();
  while (performance.now() - started < startLimit) {
    const event = await Promise.race([engine.ended, answers(port)]);
    if (event instanceof Error) return event;
    if (event) return undefined;
    await pause(25);
  }
  return new Error("DynamoDB Local did not answer within a minute");
}

/** SIGTERM lets the engine write everything it acknowledged; killing it can lose a transaction. */
async function end(engine: Engine): Promise<void> {
  engine.child.kill("SIGTERM");
  const late = setTimeout(() => engine.child.kill("SIGKILL"), stopLimit);
  await engine.ended;
  clearTimeout(late);
}

async function attempt(stored: readonly string[]): Promise<Database | Error> {
  const port = await freePort();
  const engine = spawnEngine(["-sharedDb", "-port", String(port), ...stored]);
  const endWithUs = (): void => void engine.child.kill("SIGTERM");
  process.once("exit", endWithUs);
  const failure = await answering(port, engine);
  const stop = async (): Promise<void> => {
    await end(engine);
    process.removeListener("exit", endWithUs);
  };
  if (failure === undefined) return { endpoint: `http://127.0.0.1:${port}`, stop };
  await stop();
  return failure;
}

/**
 * Starts DynamoDB Local on a free port; in memory when no folder is given.
 * Throws JavaMissing when there is no Java or an old one.
 */
export async function startDatabase(options: {
  dataFolder?: string | undefined;
}): Promise<Database> {
  const stored = storage(options.dataFolder);
  for (let left = attempts; ; left -= 1) {
    const result = await attempt(stored);
    if (!(result instanceof Error)) return result;
    if (left === 1 || !/Failed to bind/.test(result.message)) throw result;
  }
}
