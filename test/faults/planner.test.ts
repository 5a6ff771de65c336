import { rmSync } from "node:fs";
import { join } from "node:path";
import { addDays, calendarDate, daysBetween } from "@digihulp/kernel";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { readApplication } from "../../infra/local/template/application.ts";
import { changedAssembly } from "../support/changed-assembly.ts";
import { killFunction } from "../support/processes.ts";
import type { Plain, StoredRow } from "../support/raw-database.ts";
import { startSite, temporaryFolder, TODAY, type Site } from "../support/site.ts";

const folder = temporaryFolder();
let site: Site;
let planner: string;

/** The app before its agenda was ever planned. */
beforeAll(async () => {
  const { functions, schedules } = readApplication(inject("assembly"));
  const agendas = functions.filter(({ environment }) => environment["SERVICE"] === "agenda");
  const nightly = schedules.find((each) => agendas.some(({ name }) => name === each.functionName));
  planner = nightly?.functionName ?? "none";
  const copy = changedAssembly(inject("assembly"), join(folder, "app"), (templates) =>
    templates.removeOutputs(/^AfterDeploy\d+Plan$/),
  );
  site = await startSite({ assembly: copy });
});

afterAll(async () => {
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const occurrences = async (): Promise<StoredRow[]> =>
  (await site.rows("agenda")).filter(({ type }) => type === "occurrence");
const plan = (): Promise<unknown> => site.stack.invoke(planner, {});

/** The ids of all moments that the events speak of, each as often as it is spoken of. */
async function idsInEvents(): Promise<Plain[]> {
  const events = (await site.rows("agenda")).filter(({ type }) => type === "event");
  return events.flatMap(({ detail = null }) => {
    const planned: Plain =
      detail !== null && typeof detail === "object" && "occurrences" in detail
        ? detail.occurrences
        : null;
    return (Array.isArray(planned) ? planned : []).map((each) =>
      each !== null && typeof each === "object" && "id" in each ? each.id : null,
    );
  });
}

/** From the flyer's first Friday to four hundred days from today. */
const FRIDAYS =
  1 + Math.floor(daysBetween(calendarDate("2023-06-02"), addDays(calendarDate(TODAY), 400)) / 7);
const LIBRARY = 4;
const COMMITS_BEFORE_DEATH = 4;

it("a planner that dies half way leaves whole commits, and no more", async () => {
  expect(await occurrences()).toEqual([]);
  let commits = 0;
  let killed = 0;
  site.stack.wall.onCall(({ action, table }) => {
    if (action !== "dynamodb:TransactWriteItems" || table !== site.table("agenda")) return;
    commits += 1;
    if (commits === COMMITS_BEFORE_DEATH) killed = killFunction(site.stack, planner).length;
  });
  await expect(plan()).rejects.toThrow(/exited|SIGKILL/);
  expect(killed).toBe(1);
  const left = await occurrences();
  expect(left.length).toBeGreaterThan(LIBRARY);
  expect(left.length).toBeLessThan(FRIDAYS);
  expect((await idsInEvents()).toSorted()).toEqual(left.map(({ id }) => id).toSorted());
});

it("two planners at once, after that, plan every moment once", async () => {
  const outcomes = await Promise.allSettled([plan(), plan()]);
  expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
  const planned = (await occurrences()).map(({ id }) => id);
  expect(planned).toHaveLength(FRIDAYS + LIBRARY);
  expect(new Set(planned).size).toBe(planned.length);
  expect((await idsInEvents()).toSorted()).toEqual(planned.toSorted());
});

it("and planning once more adds nothing, so the start page and the feed show each once", async () => {
  const rows = await site.rows("agenda");
  const added = Object.values(Object(await plan()));
  expect(added).toEqual(added.map(() => 0));
  expect(await site.rows("agenda")).toEqual(rows);
  await site.stack.drain();
  const upcoming = (await site.rows("partnership")).filter(({ type }) => type === "upcoming");
  expect(upcoming.map(({ id }) => id).toSorted()).toEqual(
    (await occurrences()).map(({ id }) => id).toSorted(),
  );
  const { text } = await site.ask("/agenda/feed.ics?from=2024-12-01&until=2027-12-05");
  const ids = text.match(/^UID:.*/gm) ?? [];
  expect(ids.length).toBeGreaterThan(150);
  expect(new Set(ids).size).toBe(ids.length);
});
