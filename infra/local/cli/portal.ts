import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { forgetJournal } from "../demo/journal.ts";
import { startStack, type LocalStack } from "../stack.ts";
import { startDatabase } from "../wall/database.ts";
import { demoYear } from "./demo-year.ts";
import type { Flags } from "./flags.ts";
import { synthesize, type Project } from "./project.ts";
import { step } from "./steps.ts";

export type Portal = Project & {
  /** Folder that keeps state between runs. */
  kept: string;
  flags: Flags;
};

async function forget(kept: string): Promise<void> {
  for (const folder of ["data", "positions", "queues", "identity"]) {
    await rm(join(kept, folder), { recursive: true, force: true });
  }
  forgetJournal(kept);
}

/** The database takes as long to start as the templates to make, so both go at once. */
async function start(portal: Portal): Promise<LocalStack> {
  const { flags, kept, root, signal } = portal;
  const rehearse = demoYear(portal);
  const database = startDatabase({ dataFolder: join(kept, "data") });
  const isStarted = database.then(
    () => true,
    () => false,
  );
  try {
    const assembly = await synthesize({ root, signal }, step);
    const { port, today } = flags;
    return await startStack({
      assembly,
      dataFolder: kept,
      database,
      port,
      identityPort: port + 1,
      today,
      signal,
      step,
      rehearse,
    });
  } catch (error) {
    if (await isStarted) await (await database).stop();
    throw error;
  }
}

/** Runs the portal until its signal says to stop. */
export async function runPortal(portal: Portal): Promise<void> {
  const { flags, kept, signal } = portal;
  if (flags.fresh) await forget(kept);
  const stack = await step("all together", () => start(portal));
  console.log(`\nThe portal runs at ${stack.origin} (Ctrl-C stops it).`);
  if (stack.issuer !== undefined) console.log(`Programs get their tokens from ${stack.issuer}.`);
  if (!signal.aborted) await once(signal, "abort");
  console.log("\nStopping.");
  await stack.stop();
}
