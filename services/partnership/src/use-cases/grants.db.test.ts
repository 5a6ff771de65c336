import type { Actor, MemberId } from "@digihulp/access";
import { decide, membershipOfGroup } from "@digihulp/access";
import type { Scope } from "@digihulp/access";
import { addDays, asId, calendarDate } from "@digihulp/kernel";
import { municipalityId, regionById, tenantId } from "@digihulp/region";
import { openTable } from "@digihulp/store";
import { inParallel, tally, testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { tenantGrants } from "../store/grant-rows.ts";
import { partnershipTable } from "../store/partnership-table.ts";
import { endGrant } from "./end-grant.ts";
import { giveGrant } from "./give-grant.ts";

const region = regionById("leie-schelde");
const today = calendarDate("2026-11-23");
const NOW = Date.parse("2026-11-23T09:00:00Z");
const isMember = (text: string): text is MemberId => text !== "";
const [member] = ["sub-admin"].filter(isMember);

const administrator = (municipality: string): Actor => ({
  kind: "member",
  member: member!,
  membership: membershipOfGroup(region, `admin-${municipality}`)!,
  grants: [],
});
function scopeOf(municipality: string): Scope {
  const decision = decide(administrator(municipality), {
    permission: "grant:give",
    resource: {
      kind: "tenant",
      region: region.id,
      tenant: tenantId(region.id, municipalityId(municipality)),
    },
    facts: { today },
  });
  if (!decision.allowed) throw new Error(decision.reason);
  return decision.scope;
}
const deinze = scopeOf("deinze");
const asked = (idempotencyKey?: string) => ({
  actor: administrator("deinze"),
  today,
  idempotencyKey,
});
const wish = (organisation = "vdab", from = today) => ({ region, organisation, from, until: null });

let fixture: TestTable;
const table = () =>
  openTable({
    definition: fixture.definition,
    sessions: fixture.sessions,
    now: () => NOW,
    pause: async () => {},
  });
const give = (command: Parameters<ReturnType<typeof giveGrant>>[1]) =>
  giveGrant({ table: table(), now: () => NOW })(deinze, command);
const end = (grant: string, key?: string, scope = deinze) =>
  endGrant({ table: table() })(scope, { grant: asId("grant", grant.slice(6)), asked: asked(key) });
const ofType = async (type: string) => (await fixture.rows()).filter((row) => row["type"] === type);
const kindOf = (result: Awaited<ReturnType<typeof give>>) =>
  result.ok ? "given" : result.refusal.kind;

beforeEach(async () => {
  fixture = await testTable(partnershipTable);
});

describe("giving access", () => {
  it("stands in the list at once, and is told in ids", async () => {
    const given = await give({ ...wish(), asked: asked() });
    if (!given.ok) throw new Error(given.refusal.kind);
    expect(await tenantGrants(table()).all(deinze)).toEqual([given.value]);
    const [event] = await ofType("event");
    expect(event).toMatchObject({
      name: "grant-given",
      subject: given.value.id,
      scope: "leie-schelde.deinze",
      actor: { kind: "member", role: "tenant-administrator", onBehalfOf: "leie-schelde.deinze" },
      detail: {
        organisation: "vdab",
        municipality: "deinze",
        from: today,
        until: null,
        version: 1,
      },
    });
  });

  it("sent twice gives it once and answers the same", async () => {
    const command = { ...wish(), asked: asked("key-1") };
    const first = await give(command);
    expect(await give(command)).toEqual(first);
    expect(await ofType("grant")).toHaveLength(1);
  });

  it("sent at once by ten people gives it once", async () => {
    const answers = await inParallel(10, () => give({ ...wish(), asked: asked() }));
    expect(tally(answers.map(kindOf))).toEqual({ given: 1, "overlapping-grant": 9 });
    expect(await ofType("grant")).toHaveLength(1);
    expect(await ofType("event")).toHaveLength(1);
  });

  it("refused writes nothing", async () => {
    await give({ ...wish("nergens"), asked: asked("key-1") });
    await give({ ...wish("vdab", addDays(today, -1)), asked: asked("key-2") });
    expect(await fixture.rows()).toEqual([]);
  });

  it("under a key that was used for something else is refused", async () => {
    await give({ ...wish(), asked: asked("key-1") });
    const other = await give({ ...wish("avansa"), asked: asked("key-1") });
    expect(kindOf(other)).toBe("idempotency-key-reused");
  });
});

describe("taking access back", () => {
  const given = async (): Promise<string> => {
    const result = await give({ ...wish(), asked: asked() });
    if (!result.ok) throw new Error(result.refusal.kind);
    return result.value.id;
  };

  it("shows in the list, and is told with a newer version", async () => {
    const grant = await given();
    expect((await end(grant)).ok).toBe(true);
    expect(await tenantGrants(table()).all(deinze)).toMatchObject([{ id: grant, endedOn: today }]);
    const told = await ofType("event");
    const newest = told.find(({ name }) => name === "grant-ended");
    expect(newest).toMatchObject({ subject: grant, detail: { organisation: "vdab", version: 2 } });
  });

  it("twice is told once: the second time it is over already", async () => {
    const grant = await given();
    await end(grant);
    expect(await end(grant)).toEqual({ ok: false, refusal: { kind: "already-ended" } });
    expect(await end(grant, "key-9")).toMatchObject({ ok: false });
  });

  it("sent again under its key answers as the first time", async () => {
    const grant = await given();
    const first = await end(grant, "key-1");
    expect(await end(grant, "key-1")).toEqual(first);
  });

  it("by ten at once ends it once", async () => {
    const grant = await given();
    const answers = await inParallel(10, () => end(grant));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await ofType("event")).filter(({ name }) => name === "grant-ended")).toHaveLength(1);
  });

  it("of another municipality finds nothing, as if it were not there", async () => {
    const grant = await given();
    const foreign = await end(grant, undefined, scopeOf("destelbergen"));
    const missing = await end("grant_0000000000");
    expect(foreign).toEqual(missing);
    expect(await tenantGrants(table()).all(deinze)).toMatchObject([{ endedOn: null }]);
  });

  it("makes room for access that begins the same day", async () => {
    await end(await given());
    expect(kindOf(await give({ ...wish(), asked: asked() }))).toBe("given");
    expect(await tenantGrants(table()).all(deinze)).toHaveLength(2);
  });
});
