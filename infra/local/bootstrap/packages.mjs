import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child.mjs";

// Not in package.json's packageManager: pnpm would look that up in the registry at every install.
const PNPM = "pnpm@12.21.0";
const DESCRIBES_PACKAGES = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"];

function fingerprint(root) {
  const hash = createHash("sha256");
  for (const name of DESCRIBES_PACKAGES) hash.update(readFileSync(join(root, name))).update("\0");
  return hash.digest("hex");
}

function isInstalled(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}

/** Installs the packages when the lockfile changed since the last time, and says so. */
export async function packagesProblem(root) {
  const stamp = join(root, "node_modules", ".installed");
  const wanted = fingerprint(root);
  if (isInstalled(stamp, wanted)) return undefined;
  console.log(`Installing the packages with ${PNPM}; this takes a while the first time.`);
  const started = Date.now();
  const { status, output } = await runChild(
    "npx",
    ["--yes", PNPM, "install", "--frozen-lockfile", "--prefer-offline"],
    { cwd: root, env: { ...process.env, CI: "true" } },
  );
  if (status !== 0) return `The packages could not be installed.\n${output.trim()}`;
  writeFileSync(stamp, wanted);
  console.log(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return undefined;
}
