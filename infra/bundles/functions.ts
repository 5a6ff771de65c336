import { globSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import type { StaticAssets } from "./static-files.ts";

/** What the bundles of Lambda and the document builder share; `STATIC_ASSETS` maps a source name to its address. */
export function lambdaOptions(root: string, assets: StaticAssets): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    alias: {
      "@aws-sdk/credential-provider-node": join(root, "packages/store/src/lambda-credentials.ts"),
    },
    // The SDK's CommonJS builds cannot be tree-shaken; its ES modules are half the size.
    mainFields: ["module", "main"],
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    legalComments: "none",
    // The SDK's `await import("node:http")` loads undici, 16 % of a cold start; a require does not.
    supported: { "dynamic-import": false },
    define: { STATIC_ASSETS: JSON.stringify(assets) },
    logLevel: "warning",
  };
}

/** Bundles `services/<service>/src/lambda.ts` and `<name>-lambda.ts` of every service in one call. */
export async function bundleFunctions(root: string, dist: string, assets: StaticAssets) {
  const entryPoints = functionEntries(root);
  const { metafile } = await build({
    ...lambdaOptions(root, assets),
    entryPoints,
    outdir: join(dist, "functions"),
    // Under "type": "module" a bundle called index.js would be read as an ES module.
    outExtension: { ".js": ".cjs" },
    metafile: true,
  });
  await writeFile(join(dist, "meta.json"), JSON.stringify(metafile));
  return Object.keys(entryPoints).map((name) => name.replace("/index", ""));
}

function functionEntries(root: string): Record<string, string> {
  const services = globSync("services/*/package.json", { cwd: root }).map((file) =>
    file.slice("services/".length, -"/package.json".length),
  );
  for (const service of services) requireHandler(root, service);
  return Object.fromEntries(services.flatMap((service) => handlersOf(root, service)));
}

function requireHandler(root: string, service: string): void {
  if (globSync(`services/${service}/src/lambda.ts`, { cwd: root }).length === 0)
    throw new Error(`services/${service} has no src/lambda.ts, the handler of its pages and API.`);
}

function handlersOf(root: string, service: string): [string, string][] {
  return globSync(`services/${service}/src/{lambda,*-lambda}.ts`, { cwd: root })
    .toSorted()
    .map((file) => [`${service}-${functionName(file)}/index`, file]);
}

function functionName(file: string): string {
  const name = basename(file, ".ts");
  return name === "lambda" ? "web" : name.slice(0, -"-lambda".length);
}
