import { join, resolve } from "node:path";
import { Complaint } from "./cli/complaint.ts";
import { readFlags } from "./cli/flags.ts";
import { takeLock } from "./cli/lock.ts";
import { runPortal } from "./cli/portal.ts";
import { requirePorts } from "./cli/ports.ts";
import { stopSignal } from "./cli/signals.ts";
import { PortTaken } from "./front.ts";
import { JavaMissing } from "./wall/database.ts";

function explain(error: unknown): string {
  const isPlain = [Complaint, JavaMissing, PortTaken].some((kind) => error instanceof kind);
  if (isPlain && error instanceof Error) return error.message;
  return `The portal did not start: ${error instanceof Error ? error.message : String(error)}`;
}

async function main(): Promise<void> {
  const root = resolve(import.meta.dirname, "../..");
  const kept = join(root, ".local");
  const signal = stopSignal();
  try {
    const flags = readFlags(process.argv.slice(2), process.env["PORT"]);
    const lock = takeLock(join(kept, "lock"));
    process.once("exit", lock.release);
    await requirePorts(flags.port);
    await runPortal({ root, kept, flags, signal });
  } catch (error) {
    if (!signal.aborted) {
      console.error(explain(error));
      process.exitCode = 1;
    }
  }
  process.exit();
}

await main();
