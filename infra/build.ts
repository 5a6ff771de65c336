import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bundleFunctions } from "./bundles/functions.ts";
import { buildIdentity } from "./bundles/identity.ts";
import { buildOpenApi } from "./bundles/openapi.ts";
import { buildStaticFiles } from "./bundles/static-files.ts";

/** Writes all that a synthesis needs to `dist`, from nothing; answers the names of the functions. */
export async function build(root: string, dist = join(root, "dist")): Promise<string[]> {
  await rm(dist, { recursive: true, force: true });
  const assets = await buildStaticFiles(root, dist);
  const [functions] = await Promise.all([
    bundleFunctions(root, dist, assets),
    buildOpenApi(root, dist, assets),
    buildIdentity(root, dist),
  ]);
  return functions;
}

if (import.meta.main) {
  const started = performance.now();
  const functions = await build(resolve(import.meta.dirname, ".."));
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`Built ${functions.length} functions and the static files in ${seconds} s.`);
}
