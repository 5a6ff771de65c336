import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder, type Folder } from "../testing/folder.ts";
import { takeLock } from "./lock.ts";

let folder: Folder;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, "kept", "lock");
});

afterEach(() => folder.remove());

test("a lock names its process, and is gone after its release", () => {
  const lock = takeLock(file);
  expect(Number(readFileSync(file, "utf8"))).toBe(process.pid);
  lock.release();
  expect(existsSync(file)).toBe(false);
});

test("while another portal runs its lock holds", async () => {
  const script = folder.write("start.ts", "setTimeout(() => {}, 20_000)");
  const other = spawn(process.execPath, [script]);
  await once(other, "spawn");
  takeLock(file).release();
  writeFileSync(file, String(other.pid));
  expect(() => takeLock(file)).toThrow(`already runs from this folder as process ${other.pid}`);
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(() => takeLock(file)).not.toThrow();
});

test.each(["", "nonsense", "999999999"])(
  'a lock left behind with "%s" is taken over',
  (content) => {
    takeLock(file).release();
    writeFileSync(file, content);
    takeLock(file);
    expect(Number(readFileSync(file, "utf8"))).toBe(process.pid);
  },
);
