import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isDate } from "../clock.ts";
import { isObject, parseJson, type JsonObject } from "../json.ts";
import type { Day } from "./calendar.ts";

/** Names by which the portal knows what a deed brought into the world. */
export type Ids = Record<string, string>;

/** What was done of a demo year so far, so that one that was broken off goes on where it stopped. */
export type Journal = {
  /** The year ends the day before, on whatever day it is finished. */
  readonly today: Day;
  /** By the key of the deed. */
  readonly done: ReadonlyMap<string, Ids>;
  write(deed: string, ids: Ids): void;
  /** The year was lived to its end. */
  finish(): void;
};

const FILE = "demo.jsonl";
/** A machine that lost its power may have lost the last commits, though their answer was written down. */
const UNSURE = 3;

function line(text: string): JsonObject {
  try {
    const entry = parseJson(text);
    return isObject(entry) ? entry : {};
  } catch {
    // The line that was being written at the end.
    return {};
  }
}

function idsIn({ ids }: JsonObject): Ids {
  const pairs = Object.entries(isObject(ids) ? ids : {});
  return Object.fromEntries(
    pairs.flatMap(([key, id]) => (typeof id === "string" ? [[key, id]] : [])),
  );
}

function read(file: string) {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").map(line) : [];
  const today = lines[0]?.["today"];
  const deeds = lines.flatMap((entry): [string, Ids][] => {
    const { deed } = entry;
    return typeof deed === "string" ? [[deed, idsIn(entry)]] : [];
  });
  return {
    today: typeof today === "string" && isDate(today) ? today : undefined,
    done: new Map(deeds.slice(0, Math.max(0, deeds.length - UNSURE))),
    isFinished: lines.some(({ finished }) => finished === true),
  };
}

function hasData(kept: string): boolean {
  const folder = join(kept, "data");
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/**
 * The journal of the demo year that this start has to live, if any: a new one where nothing is stored
 * yet, or that of a year that was broken off. Ask before anything is stored.
 */
export function openJournal(kept: string, today: Day): Journal | undefined {
  const file = join(kept, FILE);
  const append = (entry: JsonObject): void => appendFileSync(file, `\n${JSON.stringify(entry)}`);
  const found = read(file);
  if (found.isFinished || (found.today === undefined && hasData(kept))) return undefined;
  if (found.today === undefined) {
    mkdirSync(kept, { recursive: true });
    rmSync(file, { force: true });
    appendFileSync(file, JSON.stringify({ today }));
  }
  return {
    today: found.today ?? today,
    done: found.done,
    write: (deed, ids) => append({ deed, ids }),
    finish: () => append({ finished: true }),
  };
}

export function forgetJournal(kept: string): void {
  rmSync(join(kept, FILE), { force: true });
}
