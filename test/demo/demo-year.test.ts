import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { liveDemo } from "../../infra/local/demo/demo.ts";
import { openJournal } from "../../infra/local/demo/journal.ts";
import { startStack } from "../../infra/local/stack.ts";
import type { LocalStack } from "../../infra/local/stack.ts";
import { ask } from "../support/ask.ts";
import { temporaryFolder } from "../support/site.ts";

const TODAY = "2026-11-25";
const HALF_AN_HOUR = 1_800_000;
const folder = temporaryFolder();
let stack: LocalStack;

beforeAll(async () => {
  const journal = openJournal(folder, TODAY);
  if (!journal) throw new Error("there is no year to live");
  stack = await startStack({
    assembly: inject("assembly"),
    dataFolder: folder,
    today: TODAY,
    quiet: true,
    rehearse: (inside) => liveDemo(journal, inside, () => {}),
  });
}, HALF_AN_HOUR);

afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the demo year", () => {
  it("is lived to its end by the portal's own commands, and is not lived twice", () => {
    const lines = readFileSync(join(folder, "demo.jsonl"), "utf8").trim().split("\n");
    expect(lines.length).toBeGreaterThan(500);
    expect(openJournal(folder, TODAY)).toBeUndefined();
  });

  it("leaves no event behind that nobody could process", () => {
    const left = stack.queues.names.flatMap((name) => stack.queues.messages(name));
    expect(left).toEqual([]);
  });

  it("says on every page that its people are invented", async () => {
    const { text } = await ask(stack.origin, "/");
    expect(text).toContain("verzonnen");
  });
});
