import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDate } from "../clock.ts";
import { isObject, parseJson } from "../json.ts";
import type { Day } from "./calendar.ts";

/** A demo year that is still to be lived, or to be finished. */
export type Pending = {
  /** The year ends the day before; it stays this day when the year is finished on a later one. */
  today: Day;
  /** Writes down that the year was lived to its end. */
  done(): void;
};

const FILE = "demo.json";

type Marker = { today: Day; isDone: boolean };

function read(file: string): Marker | undefined {
  if (!existsSync(file)) return undefined;
  const content = parseJson(readFileSync(file, "utf8"));
  const today = isObject(content) ? content["today"] : undefined;
  if (!isObject(content) || typeof today !== "string" || !isDate(today)) {
    throw new Error(`${file} is damaged; --fresh forgets the stored data.`);
  }
  return { today, isDone: content["isDone"] === true };
}

function hasData(kept: string): boolean {
  const folder = join(kept, "data");
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/**
 * The demo year that this start has to live, if any: a new one where nothing is stored yet, or one that
 * was broken off. Ask before anything is stored.
 */
export function pendingDemo(kept: string, today: Day): Pending | undefined {
  const file = join(kept, FILE);
  const write = (marker: Marker): void => writeFileSync(file, JSON.stringify(marker));
  const found = read(file);
  if (found?.isDone === true || (!found && hasData(kept))) return undefined;
  const marker = found ?? { today, isDone: false };
  mkdirSync(kept, { recursive: true });
  write(marker);
  return { today: marker.today, done: () => write({ ...marker, isDone: true }) };
}

export function forgetDemo(kept: string): void {
  rmSync(join(kept, FILE), { force: true });
}
