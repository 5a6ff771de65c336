import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildApp } from "./build-app.ts";
import { MEASURES } from "./measures.ts";
import { row, type Bench, type Row } from "./row.ts";
import { startBench } from "./running.ts";
import { tableOf } from "./table.ts";

/** A measure that breaks says so in the table and takes no other with it. */
async function measured(name: string, bench: Bench): Promise<readonly Row[]> {
  const started = performance.now();
  try {
    return (await MEASURES[name]?.(bench)) ?? [];
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    const budget = { of: "measured", atMost: 0 } as const;
    return [row({ what: `${name} could not be measured`, unit: "", measured: 1, budget, note })];
  } finally {
    console.log(`  ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

async function measureAll(signal: AbortSignal): Promise<{ root: string; rows: Row[] }> {
  const build = await buildApp();
  const bench = await startBench(build, signal);
  try {
    const rows: Row[] = [];
    for (const name of Object.keys(MEASURES)) {
      rows.push(...(await measured(name, bench)));
      signal.throwIfAborted();
    }
    return { root: build.root, rows };
  } finally {
    await bench.stack.stop();
  }
}

/** Aborts when somebody wants an end to it, or when the process that started this one is gone. */
function stopped(): AbortSignal {
  const controller = new AbortController();
  for (const wish of ["SIGINT", "SIGTERM", "disconnect"])
    process.once(wish, () => controller.abort(new Error("the benchmark was stopped")));
  return controller.signal;
}

async function main(): Promise<void> {
  const { root, rows } = await measureAll(stopped());
  const judged = rows.filter(({ holds }) => holds !== undefined);
  const held = judged.filter(({ holds }) => holds);
  await mkdir(join(root, "bench"), { recursive: true });
  const machine = { node: process.version, platform: `${process.platform}-${process.arch}` };
  const results = { measuredAt: new Date().toISOString(), machine, rows };
  await writeFile(join(root, "bench", "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${tableOf(rows)}\n\n${held.length} of ${judged.length} budgets hold.`);
}

try {
  await main();
} catch (error) {
  console.error(`No results: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
process.exit();
