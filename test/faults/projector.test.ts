import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Json, JsonObject } from "../../infra/local/json.ts";
import type { MappingDefinition } from "../../infra/local/template/event-sources.ts";
import { killFunction } from "../support/processes.ts";
import { valueOf, type Plain, type StoredRow } from "../support/raw-database.ts";
import { startSite, type Site } from "../support/site.ts";

let orderly: Site;
let disorderly: Site;

beforeAll(async () => {
  orderly = await startSite({ assembly: inject("assembly") });
  disorderly = await startSite({ assembly: inject("assembly"), disorder: 7 });
});

afterAll(async () => {
  await orderly?.stop();
  await disorderly?.stop();
});

/** The mapping that brings the agenda's events to the start page. */
function mappingOf({ stack, table }: Site): MappingDefinition {
  const { functions, mappings } = stack.application;
  const found = mappings.find(({ tableName, functionName }) => {
    const lambda = functions.find(({ name }) => name === functionName);
    return tableName === table("agenda") && lambda?.environment["SERVICE"] === "partnership";
  });
  if (!found) throw new Error("nothing brings the agenda's events to the start page");
  return found;
}

/** What the start page is made of. */
const upcoming = async (site: Site): Promise<StoredRow[]> =>
  (await site.rows("partnership")).filter(({ type }) => type === "upcoming");
const events = async (site: Site): Promise<StoredRow[]> =>
  (await site.rows("agenda")).filter(({ type }) => type === "event");

let written = 0;

type Moment = { readonly [name: string]: Plain };
const moment = (id: string, changes: Moment = {}): Moment => ({
  id: `occ_${id}`,
  digiclub: "destelbergen-reinaert",
  municipality: "destelbergen",
  date: "2026-12-01",
  from: "09:00",
  until: "10:00",
  kind: "drop-in",
  title: "Digiclub",
  state: "planned",
  version: 1,
  ...changes,
});

/** An event of the agenda as its own commit would write it. */
function eventRow(detail: Plain): StoredRow {
  written += 1;
  const id = `evt_PROEF${String(written).padStart(6, "0")}`;
  return {
    pk: "leie-schelde.destelbergen#events#2026-11",
    sk: id,
    type: "event",
    version: 1,
    id,
    name: "occurrences-planned",
    at: 1_795_000_000_000,
    region: "leie-schelde",
    scope: "leie-schelde.destelbergen",
    actor: { kind: "job", id: "probe" },
    subject: "ser_proef",
    detail,
  };
}

const happen = async (site: Site, ...details: Plain[]): Promise<void> => {
  for (const detail of details) await site.database.put(site.table("agenda"), eventRow(detail));
};

/** A record of the stream, as the projector is handed it. */
function record(row: StoredRow, at: number): JsonObject {
  const plain: Json = JSON.parse(JSON.stringify(valueOf(row).M ?? {}));
  return {
    eventName: "INSERT",
    eventSource: "aws:dynamodb",
    dynamodb: { NewImage: plain, SequenceNumber: String(at), StreamViewType: "NEW_AND_OLD_IMAGES" },
  };
}

describe("the events of the agenda, in whatever order they come", () => {
  it("make the same start page when they come mixed up and more than once", async () => {
    const expected = await upcoming(orderly);
    expect(expected.length).toBeGreaterThan(200);
    expect(await upcoming(disorderly)).toEqual(expected);
  });

  it("change nothing when all of them come again, the last one first, twice", async () => {
    const before = await upcoming(orderly);
    const all = (await events(orderly)).toReversed();
    const Records = [...all, ...all].map(record);
    expect(Records.length).toBeGreaterThanOrEqual(14);
    const { functionName } = mappingOf(orderly);
    expect(await orderly.stack.invoke(functionName, { Records })).toEqual({
      batchItemFailures: [],
    });
    expect(await upcoming(orderly)).toEqual(before);
  });

  it("never put an older state in the place of a newer one", async () => {
    const versions = [3, 5, 1, 4, 2];
    const of = (version: number): Plain => ({
      occurrences: [
        moment("vijf-keer", { version, title: `Keer ${version}` }),
        moment("geannuleerd", { version, state: version < 5 ? "planned" : "cancelled" }),
      ],
    });
    for (const site of [orderly, disorderly]) {
      await happen(site, ...versions.map(of));
      await site.stack.drain();
      const found = (await upcoming(site)).filter(({ date }) => date === "2026-12-01");
      expect(found.map(({ id, version, title, state }) => [id, version, title, state])).toEqual([
        ["occ_geannuleerd", 5, "Digiclub", "cancelled"],
        ["occ_vijf-keer", 5, "Keer 5", "planned"],
      ]);
    }
  });
});

describe("an event that nobody can read", () => {
  const WORD = "Merkteken8R";

  it("goes to the dead letters after its tries, and holds up nothing behind it", async () => {
    const { onFailure = "" } = mappingOf(orderly);
    expect(orderly.stack.queues.messages(onFailure)).toEqual([]);
    await happen(
      orderly,
      { occurrences: [moment("ervoor", { date: "2026-12-02" })] },
      { occurrences: WORD },
      { occurrences: [moment("ernaast", { date: "2026-12-02", from: WORD })] },
      { occurrences: [moment("erna", { date: "2026-12-02" })] },
    );
    await orderly.stack.drain();
    await happen(orderly, { occurrences: [moment("later", { date: "2026-12-02" })] });
    await orderly.stack.drain();
    const found = (await upcoming(orderly)).filter(({ date }) => date === "2026-12-02");
    expect(found.map(({ id }) => id)).toEqual(["occ_erna", "occ_ervoor", "occ_later"]);
    expect((await orderly.ask("/")).status).toBe(200);
  });

  it("is told of by its place in the stream, never by what was in it", () => {
    const { onFailure = "", functionName } = mappingOf(orderly);
    const messages = orderly.stack.queues.messages(onFailure);
    expect(messages.length).toBeGreaterThanOrEqual(1);
    expect(messages[0]).toMatchObject({
      requestContext: {
        condition: "RetryAttemptsExhausted",
        functionArn: expect.stringContaining(functionName),
      },
      DDBStreamBatchInfo: { startSequenceNumber: expect.stringMatching(/^\d+$/) },
    });
    expect(JSON.stringify(messages)).not.toContain(WORD);
    expect(orderly.logs()).not.toContain(WORD);
  });
});

describe("a projector that dies in the middle of its work", () => {
  const MOMENTS = 60;
  const DAY = "2026-12-03";

  it("leaves no moment out and none twice", async () => {
    const { functionName } = mappingOf(orderly);
    const before = orderly.stack.queues.messages(mappingOf(orderly).onFailure ?? "").length;
    const killed: number[] = [];
    let puts = 0;
    let putsAtDeath = 0;
    orderly.stack.wall.onCall(({ action, table }) => {
      if (action !== "dynamodb:PutItem" || table !== orderly.table("partnership")) return;
      puts += 1;
      if (puts !== 10) return;
      killed.push(...killFunction(orderly.stack, functionName));
      putsAtDeath = puts;
    });
    const ids = Array.from(
      { length: MOMENTS },
      (_, at) => `na-de-dood-${String(at).padStart(2, "0")}`,
    );
    await happen(orderly, { occurrences: ids.map((id) => moment(id, { date: DAY })) });
    await orderly.stack.drain();

    expect(killed.length).toBeGreaterThanOrEqual(1);
    expect(putsAtDeath).toBeLessThan(MOMENTS);
    expect(orderly.stack.processIds()).not.toContain(killed[0]);
    const found = (await upcoming(orderly)).filter(({ date }) => date === DAY);
    expect(found.map(({ id }) => id)).toEqual(ids.map((id) => `occ_${id}`));
    const after = orderly.stack.queues.messages(mappingOf(orderly).onFailure ?? "").length;
    expect(after).toBe(before);
  });
});
