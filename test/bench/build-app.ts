import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "../../infra/build.ts";
import { synthesize } from "../../infra/synthesize.ts";
import type { Build } from "./row.ts";

/** Builds and synthesizes into folders of the benchmark's own. */
export async function buildApp(): Promise<Build> {
  const root = resolve(import.meta.dirname, "../..");
  const dist = join(root, ".local", "bench-dist");
  const assembly = join(root, ".local", "bench-assembly");
  await build(root, dist);
  await rm(assembly, { recursive: true, force: true });
  await synthesize(assembly, { validate: false, dist });
  return { root, dist, assembly };
}
