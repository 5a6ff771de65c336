import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "./child.mjs";
import { javaProblem } from "./java.mjs";
import { packagesProblem } from "./packages.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const SCRIPTS = {
  start: "infra/local/start.ts",
  test: "test/run.ts",
  bench: "test/bench/run.ts",
};

function commandProblem(command) {
  if (Object.hasOwn(SCRIPTS, command)) return undefined;
  return `bootstrap.mjs takes ${Object.keys(SCRIPTS).join(", ")}, not "${command}".`;
}

async function firstProblem(command) {
  return (
    commandProblem(command) ??
    (await javaProblem()) ??
    (await packagesProblem(root)) ??
    nodeProblem()
  );
}

const tools = join(root, "node_modules", ".bin");
const node = join(root, "node_modules", "node", "bin", "node");

function nodeProblem() {
  return existsSync(node)
    ? undefined
    : "The packages are incomplete: remove node_modules and try again.";
}

/** Makes ready what a clean clone lacks, then runs the script under the Node of Lambda. */
export async function run([command = "", ...args]) {
  const problem = await firstProblem(command);
  if (problem !== undefined) {
    console.error(problem);
    process.exitCode = 1;
    return;
  }
  const { status } = await runChild(node, [SCRIPTS[command], ...args], {
    cwd: root,
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ""}` },
    // The channel tells the script when this process is gone.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  process.exitCode = status;
}
