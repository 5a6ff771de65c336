import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isObject, parseJson } from "../json.ts";
import type { Step } from "./steps.ts";

export type Project = { root: string; signal: AbortSignal };

type Script = { file: string; environment?: Record<string, string> };

/** Runs a script of the project to its end; its output is shown only when it fails. */
function runScript({ root, signal }: Project, { file, environment = {} }: Script): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], {
      cwd: root,
      env: { ...process.env, ...environment },
      signal,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    const endWithUs = (): void => void child.kill("SIGKILL");
    process.once("exit", endWithUs);
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", reject);
    child.once("close", (status) => {
      process.removeListener("exit", endWithUs);
      if (status === 0) resolve();
      else reject(new Error(`${file} failed.\n${Buffer.concat(output).toString("utf8").trim()}`));
    });
  });
}

/** Only the CDK's own command reads cdk.json; without its context the templates differ. */
function contextOf(root: string): string {
  const settings = parseJson(readFileSync(join(root, "cdk.json"), "utf8"));
  return JSON.stringify(isObject(settings) ? (settings["context"] ?? {}) : {});
}

/** Bundles the functions and synthesizes the app; answers the folder of the templates. */
export async function synthesize(project: Project, step: Step): Promise<string> {
  const assembly = join(project.root, ".local", "cdk.out");
  await step("functions bundled", () => runScript(project, { file: "infra/build.ts" }));
  await rm(assembly, { recursive: true, force: true });
  const environment = {
    CDK_OUTDIR: assembly,
    CDK_CONTEXT_JSON: contextOf(project.root),
    CDK_VALIDATION: "false",
  };
  await step("templates synthesized", () =>
    runScript(project, { file: "infra/app.ts", environment }),
  );
  return assembly;
}
