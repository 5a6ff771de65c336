import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Complaint } from "./cli/complaint.ts";
import { readFlags, type Flags } from "./cli/flags.ts";
import { takeLock } from "./cli/lock.ts";
import { requirePorts } from "./cli/ports.ts";
import { synthesize } from "./cli/project.ts";
import { stopSignal } from "./cli/signals.ts";
import { step } from "./cli/steps.ts";
import { startStack, type LocalStack } from "./stack.ts";
import { JavaMissing, startDatabase } from "./wall/database.ts";

const root = resolve(import.meta.dirname, "../..");
const kept = join(root, ".local");

async function forget(): Promise<void> {
  for (const folder of ["data", "positions", "queues"]) {
    await rm(join(kept, folder), { recursive: true, force: true });
  }
}

async function start(flags: Flags, signal: AbortSignal): Promise<LocalStack> {
  const database = startDatabase({ dataFolder: join(kept, "data") });
  try {
    const assembly = await synthesize({ root, signal }, step);
    return await startStack({
      assembly,
      dataFolder: kept,
      database,
      port: flags.port,
      today: flags.today,
      signal,
      step,
    });
  } catch (error) {
    await database.then(
      (started) => started.stop(),
      () => {},
    );
    throw error;
  }
}

async function run(flags: Flags, signal: AbortSignal): Promise<void> {
  if (flags.fresh) await forget();
  const stack = await step("all together", () => start(flags, signal));
  console.log(`\nThe portal runs at ${stack.origin} (Ctrl-C stops it).`);
  if (!signal.aborted) await once(signal, "abort");
  console.log("\nStopping.");
  await stack.stop();
}

function explain(error: unknown): string {
  if (error instanceof Complaint || error instanceof JavaMissing) return error.message;
  return `The portal did not start: ${error instanceof Error ? error.message : String(error)}`;
}

async function main(): Promise<void> {
  const signal = stopSignal();
  try {
    const flags = readFlags(process.argv.slice(2), process.env["PORT"]);
    const lock = takeLock(join(kept, "lock"));
    process.once("exit", lock.release);
    await requirePorts(flags.port);
    await run(flags, signal);
  } catch (error) {
    if (!signal.aborted) {
      console.error(explain(error));
      process.exitCode = 1;
    }
  }
  process.exit();
}

await main();
