import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Complaint } from "./complaint.ts";

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** A number in an old lock may belong to another program by now; where that can be seen, look. */
function mayBeOurs(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("start.ts");
  } catch {
    return true;
  }
}

function write(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Keeps a second run out of the same folder; a lock whose process is gone is taken over. */
export function takeLock(file: string): { release(): void } {
  mkdirSync(dirname(file), { recursive: true });
  while (!write(file)) {
    const pid = Number(readFileSync(file, "utf8"));
    if (pid > 0 && isAlive(pid) && mayBeOurs(pid)) {
      throw new Complaint(
        `The portal already runs from this folder as process ${pid}: stop that one first.`,
      );
    }
    rmSync(file, { force: true });
  }
  return { release: () => rmSync(file, { force: true }) };
}
