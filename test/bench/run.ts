import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildApp } from "./build-app.ts";
import { bundleSizes } from "./bundle-size.ts";
import { calendarFeeds } from "./calendar-feed.ts";
import { capacity } from "./capacity.ts";
import { coldStarts } from "./cold-start.ts";
import { pageReads } from "./page-reads.ts";
import { pageWeights } from "./page-weight.ts";
import { row, type Bench, type Measure, type Row } from "./row.ts";
import { startBench } from "./running.ts";
import { sessions } from "./sessions.ts";
import { tableOf } from "./table.ts";

/** In this order: the sessions of functions that nobody has asked anything yet come first. */
const MEASURES: Readonly<Record<string, Measure>> = {
  sessions,
  "cold starts": coldStarts,
  bundles: bundleSizes,
  "page reads": pageReads,
  "page weights": pageWeights,
  "calendar feed": calendarFeeds,
  capacity,
};

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
    for (const name of Object.keys(MEASURES)) rows.push(...(await measured(name, bench)));
    return { root: build.root, rows };
  } finally {
    await bench.stack.stop();
  }
}

async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const { root, rows } = await measureAll(stop.signal);
  const judged = rows.filter(({ holds }) => holds !== undefined);
  const held = judged.filter(({ holds }) => holds);
  await mkdir(join(root, "bench"), { recursive: true });
  const machine = { node: process.version, platform: `${process.platform}-${process.arch}` };
  const results = { measuredAt: new Date().toISOString(), machine, rows };
  await writeFile(join(root, "bench", "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${tableOf(rows)}\n\n${held.length} of ${judged.length} budgets hold.`);
}

await main();
process.exit();
