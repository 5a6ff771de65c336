import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ServiceContext } from "./service-context.ts";

export function bundleFolder(service: Pick<ServiceContext, "name" | "dist">, bundle: string) {
  const folder = join(service.dist, "functions", `${service.name}-${bundle}`);
  if (existsSync(join(folder, "index.cjs"))) return folder;
  throw new Error(`No bundle in ${folder}: run "node infra/build.ts" first.`);
}
