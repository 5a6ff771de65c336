import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const BIN = join(ROOT, "node_modules", ".bin");
const REPORT = join(ROOT, ".local", "test-report.json");

type Count = { readonly passed: number; readonly failed: number };

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join(BIN, command), args, { cwd: ROOT, stdio: "inherit" });
    const forward = (signal: NodeJS.Signals): boolean => child.kill(signal);
    process.once("SIGINT", forward).once("SIGTERM", forward);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

async function check(name: string, [command = "", ...args]: readonly string[]): Promise<Count> {
  const started = performance.now();
  const code = await run(command, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? "ok" : "FAILED"}  ${name} (${seconds} s)`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

function counted(): Count | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(REPORT, "utf8"));
    const { numPassedTests, numFailedTests } = Object(report);
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return undefined;
  }
}

async function tests(filters: readonly string[]): Promise<Count> {
  mkdirSync(join(ROOT, ".local"), { recursive: true });
  rmSync(REPORT, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const code = await run("vitest", ["run", ...reporters, ...filters]);
  const count = counted() ?? { passed: 0, failed: 0 };
  // A file that cannot even be loaded fails the run without a failed test.
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

const filters = process.argv.slice(2);
const counts = [
  await check("types", ["tsc", "--noEmit"]),
  await check("lint", ["oxlint", "--deny-warnings"]),
  await check("format", ["oxfmt", "--check"]),
  await tests(filters),
];
const sum = (name: keyof Count): number => counts.reduce((total, count) => total + count[name], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 || sum("passed") < 4 ? 1 : 0;
