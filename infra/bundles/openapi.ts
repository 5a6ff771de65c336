import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { lambdaOptions } from "./functions.ts";
import type { StaticAssets } from "./static-files.ts";

const entry = "packages/web/src/openapi-build.ts";

/** Runs the program that prints the OpenAPI document of all route tables; nothing where there is none yet. */
export async function buildOpenApi(root: string, dist: string, assets: StaticAssets) {
  if (!existsSync(join(root, entry))) return;
  const { outputFiles } = await build({
    ...lambdaOptions(root, assets),
    entryPoints: [entry],
    write: false,
  });
  const program = spawnSync(process.execPath, ["--input-type=commonjs", "-"], {
    input: outputFiles[0]?.text,
    encoding: "utf8",
    timeout: 20_000,
  });
  if (program.status !== 0) throw new Error(`${entry} failed: ${program.stderr}`);
  const document: unknown = JSON.parse(program.stdout);
  await mkdir(join(dist, "static/api"), { recursive: true });
  await writeFile(join(dist, "static/api/openapi.json"), JSON.stringify(document));
}
