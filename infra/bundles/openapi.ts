import { existsSync, globSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runProgram } from "./run-program.ts";
import type { StaticAssets } from "./static-files.ts";

const TITLE = "Digihulp-portaal";

/** A program that prints the document of every service's route table. */
function program(services: readonly string[]): string {
  return [
    'import { openApiDocument } from "@digihulp/web/openapi";',
    ...services.map(
      (name) => `import { routes as ${name} } from "./services/${name}/src/routes.ts";`,
    ),
    `const services = [${services.map((name) => `{ service: "${name}", routes: ${name} }`).join(", ")}];`,
    `process.stdout.write(JSON.stringify(openApiDocument(services, "${TITLE}")));`,
  ].join("\n");
}

/** Writes `/api/openapi.json` from the route tables of all services; nothing where there is none yet. */
export async function buildOpenApi(root: string, dist: string, assets: StaticAssets) {
  const services = globSync("services/*/src/routes.ts", { cwd: root })
    .map((file) => dirname(dirname(file)).slice("services/".length))
    .toSorted();
  if (services.length === 0 || !existsSync(join(root, "packages/web/src/openapi.ts"))) return;
  const document = await runProgram({ root, source: program(services), assets });
  await mkdir(join(dist, "static/api"), { recursive: true });
  await writeFile(join(dist, "static/api/openapi.json"), document);
}
