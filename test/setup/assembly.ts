import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    assembly: string;
  }
}

const root = join(import.meta.dirname, "..", "..");

/** Bundles and synthesizes once; tests that change a template work on a copy of it. */
export function setup(project: TestProject): void {
  const assembly = join(root, ".local", "test-assembly");
  rmSync(assembly, { recursive: true, force: true });
  const { context } = JSON.parse(readFileSync(join(root, "cdk.json"), "utf8"));
  const env = {
    ...process.env,
    CDK_OUTDIR: assembly,
    CDK_CONTEXT_JSON: JSON.stringify(context),
    CDK_VALIDATION: "false",
  };
  execFileSync(process.execPath, ["infra/build.ts"], { cwd: root, env, stdio: "inherit" });
  execFileSync(process.execPath, ["infra/app.ts"], { cwd: root, env, stdio: "inherit" });
  project.provide("assembly", assembly);
}
