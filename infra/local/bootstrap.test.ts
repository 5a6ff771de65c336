import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder, type Folder } from "./testing/folder.ts";

const MODERN_JAVA = "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2";
const mayInstall = existsSync("/etc/debian_version") && process.getuid?.() === 0;

/** A clone whose programs are scripts of the test: no package and no Java is really installed. */
let clone: Folder;

beforeEach(() => {
  clone = temporaryFolder();
  for (const name of ["bootstrap.mjs", "bootstrap"]) {
    const target = join(clone.path, "infra/local", name);
    cpSync(join(import.meta.dirname, name), target, { recursive: true });
  }
  clone.write("package.json", '{"type":"module","packageManager":"pnpm@12.21.0"}');
  clone.write("pnpm-lock.yaml", "lockfileVersion: 9");
  clone.write("pnpm-workspace.yaml", "packages: []");
  clone.write(
    "infra/local/start.ts",
    'console.log("ran", process.argv.slice(2).join(" ")); process.exitCode = 7;',
  );
  program("java", MODERN_JAVA);
  program(
    "npx",
    `echo "npx $*" >> ${clone.path}/calls
     /bin/mkdir -p node_modules/node/bin
     /bin/ln -sf ${process.execPath} node_modules/node/bin/node`,
  );
});

afterEach(() => clone.remove());

function program(name: string, script: string): void {
  chmodSync(clone.write(`programs/${name}`, `#!/bin/sh\n${script}\n`), 0o755);
}

function bootstrap(...args: string[]) {
  const script = join(clone.path, "infra/local/bootstrap.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { PATH: join(clone.path, "programs") },
    timeout: 15_000,
  });
  return { status, stdout, stderr };
}

const calls = (): string[] => {
  const file = join(clone.path, "calls");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
};

describe("the first command in a clean clone", () => {
  test("installs, runs the script with its flags, and ends as it ends", () => {
    const { status, stdout } = bootstrap("start", "--empty", "--today=2026-11-23");
    expect(stdout).toMatch(/Installing the packages[\s\S]*Installed in \d+\.\d s\./);
    expect(stdout).toContain("ran --empty --today=2026-11-23");
    expect(status).toBe(7);
    expect(calls()).toEqual(["npx --yes pnpm@12.21.0 install --frozen-lockfile --prefer-offline"]);
  });

  test("installs once, and again only when the lockfile changes", () => {
    bootstrap("start");
    bootstrap("start");
    expect(calls()).toHaveLength(1);
    clone.write("pnpm-lock.yaml", "lockfileVersion: 10");
    bootstrap("start");
    expect(calls()).toHaveLength(2);
  });

  test("tells what went wrong when it cannot install, and tries again next time", () => {
    program("npx", `echo "npx" >> ${clone.path}/calls; echo ERR_NO_NETWORK; exit 1`);
    expect(bootstrap("start")).toMatchObject({
      status: 1,
      stderr: "The packages could not be installed.\nERR_NO_NETWORK\n",
    });
    bootstrap("start");
    expect(calls()).toHaveLength(2);
  });
});

describe("one sentence and exit 1", () => {
  test("for a command that does not exist", () => {
    expect(bootstrap("stat")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('"stat"'),
    });
  });

  test("for a Node that is too old", () => {
    clone.write(
      "infra/local/old.cjs",
      'Object.defineProperty(process, "versions", { value: { node: "18.20.4" } });',
    );
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        "--require",
        join(clone.path, "infra/local/old.cjs"),
        join(clone.path, "infra/local/bootstrap.mjs"),
        "start",
      ],
      { encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([1, "The portal needs Node 20 or later; this is 18.20.4.\n"]);
  });

  test.each([
    ['openjdk version "11.0.2"', "Java 11"],
    ['java version "1.8.0_401"', "Java 8"],
  ])("for %s", (version, said) => {
    program("java", `echo '${version}' >&2`);
    const { status, stderr } = bootstrap("start");
    expect([status, stderr.split("\n")]).toEqual([1, [expect.stringContaining(said), ""]]);
    expect(calls()).toEqual([]);
  });

  test.skipIf(mayInstall)("for no Java at all, where it cannot be installed", () => {
    program("java", "exit 127");
    const { status, stderr } = bootstrap("start");
    expect([status, stderr.split("\n")]).toEqual([
      1,
      [expect.stringContaining("there is none"), ""],
    ]);
  });
});

describe.runIf(mayInstall)("without Java on Debian as root", () => {
  test("it says that it installs one, does, and goes on", () => {
    program("java", "exit 127");
    program(
      "apt-get",
      `echo "apt-get $*" >> ${clone.path}/calls
       [ "$2" = install ] && printf '#!/bin/sh\\n%s\\n' "${MODERN_JAVA.replaceAll('"', '\\"')}" > ${clone.path}/programs/java
       exit 0`,
    );
    const { status, stdout } = bootstrap("start");
    expect(stdout).toContain("installing openjdk-17-jre-headless with apt");
    expect(calls().slice(0, 2)).toEqual([
      "apt-get -qq update",
      "apt-get -qq install -y --no-install-recommends openjdk-17-jre-headless",
    ]);
    expect(status).toBe(7);
  });

  test("that apt cannot give, it says so in the end", () => {
    program("java", "exit 127");
    program("apt-get", "exit 100");
    const { status, stdout, stderr } = bootstrap("start");
    expect(stdout).toContain("default-jre-headless");
    expect([status, stderr.split("\n")]).toEqual([
      1,
      [expect.stringContaining("there is none"), ""],
    ]);
  });
});
