import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder, type Folder } from "../testing/folder.ts";
import { forgetJournal, openJournal } from "./journal.ts";

const TODAY = "2026-11-23";
let folder: Folder;
let kept: string;

beforeEach(() => {
  folder = temporaryFolder();
  kept = join(folder.path, "kept");
});
afterEach(() => folder.remove());

function store(): void {
  mkdirSync(join(kept, "data", "release"), { recursive: true });
  writeFileSync(join(kept, "data", "release", "shared.db"), "rows");
}

describe("the journal of the demo year", () => {
  it("is opened by the first start, and remembers its day", () => {
    expect(openJournal(kept, TODAY)?.today).toBe(TODAY);
    store();
    expect(openJournal(kept, "2026-11-25")?.today).toBe(TODAY);
  });

  it("is not opened where data stand that no demo made", () => {
    store();
    expect(openJournal(kept, TODAY)).toBeUndefined();
  });

  it("stays closed once the year was lived", () => {
    openJournal(kept, TODAY)?.finish();
    store();
    expect(openJournal(kept, TODAY)).toBeUndefined();
  });

  it("is gone with everything else that is forgotten", () => {
    openJournal(kept, TODAY)?.finish();
    forgetJournal(kept);
    expect(openJournal(kept, "2026-11-30")?.today).toBe("2026-11-30");
  });

  it("goes on where it stopped, but does the last deeds again", () => {
    const journal = openJournal(kept, TODAY);
    for (const at of [1, 2, 3, 4, 5])
      journal?.write(`deed-${at}`, { [`person-${at}`]: `per_${at}` });
    expect(openJournal(kept, TODAY)?.done).toEqual(
      new Map([
        ["deed-1", { "person-1": "per_1" }],
        ["deed-2", { "person-2": "per_2" }],
      ]),
    );
  });

  it("survives a line that was cut off, and writes on after it", () => {
    const journal = openJournal(kept, TODAY);
    for (const at of [1, 2, 3, 4]) journal?.write(`deed-${at}`, {});
    appendFileSync(join(kept, "demo.jsonl"), '\n{"deed":"deed-5","i');
    const next = openJournal(kept, TODAY);
    expect([...(next?.done.keys() ?? [])]).toEqual(["deed-1"]);
    next?.finish();
    expect(openJournal(kept, TODAY)).toBeUndefined();
  });

  it("starts anew when not even its first line was written", () => {
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, "demo.jsonl"), '{"tod');
    expect(openJournal(kept, TODAY)?.today).toBe(TODAY);
    expect(openJournal(kept, "2026-12-01")?.today).toBe(TODAY);
  });
});
