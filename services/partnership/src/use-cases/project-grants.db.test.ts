import { job, scopeForJob } from "@digihulp/access";
import { sessionStore } from "@digihulp/access/session";
import type { DomainEvent } from "@digihulp/events";
import { asId } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import { openTable } from "@digihulp/store";
import { inParallel, testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { organisationGrants } from "../store/organisation-grants.ts";
import { partnershipTable } from "../store/partnership-table.ts";
import { projectGrants } from "./project-grants.ts";

const region = regionById("leie-schelde");
const NOW = Date.parse("2026-11-23T09:00:00Z");
const scope = scopeForJob(job("project-grants"), "session:keep", {
  kind: "session",
  region: region.id,
});

type Told = { grant: string; organisation?: string; municipality?: string; ended?: boolean };
const told = ({
  grant,
  organisation = "vdab",
  municipality = "deinze",
  ended,
}: Told): DomainEvent => ({
  id: asId("evt", grant.replace("grant_", ended ? "2." : "1.")),
  name: ended ? "grant-ended" : "grant-given",
  at: NOW,
  region: region.id,
  scope: `leie-schelde.${municipality}`,
  actor: { kind: "job" },
  subject: grant,
  detail: { organisation, municipality, from: "2026-01-01", until: null, version: ended ? 2 : 1 },
});

let fixture: TestTable;
const table = () =>
  openTable({ definition: fixture.definition, sessions: fixture.sessions, now: () => NOW });
const project = (event: DomainEvent) =>
  projectGrants({ grants: organisationGrants(table()) })(scope, event);
const listOf = async (organisation: string): Promise<string[]> =>
  (await sessionStore(table(), region).grantsOf(organisation)).map(({ id }) => id).toSorted();

beforeEach(async () => {
  fixture = await testTable(partnershipTable);
});

describe("an organisation's list of grants", () => {
  it("brings the municipalities together, each organisation its own", async () => {
    await project(told({ grant: "grant_aaaa" }));
    await project(told({ grant: "grant_bbbb", municipality: "destelbergen" }));
    await project(told({ grant: "grant_cccc", organisation: "avansa" }));
    expect(await sessionStore(table(), region).grantsOf("vdab")).toEqual([
      {
        id: "grant_aaaa",
        tenant: "leie-schelde.deinze",
        organisation: "vdab",
        from: "2026-01-01",
        until: null,
      },
      {
        id: "grant_bbbb",
        tenant: "leie-schelde.destelbergen",
        organisation: "vdab",
        from: "2026-01-01",
        until: null,
      },
    ]);
    expect(await listOf("avansa")).toEqual(["grant_cccc"]);
  });

  it("loses what is taken back at once, and keeps the rest", async () => {
    await project(told({ grant: "grant_aaaa" }));
    await project(told({ grant: "grant_bbbb", municipality: "destelbergen" }));
    await project(told({ grant: "grant_aaaa", ended: true }));
    expect(await listOf("vdab")).toEqual(["grant_bbbb"]);
  });

  it("ends right when the end comes before the beginning", async () => {
    await project(told({ grant: "grant_aaaa", ended: true }));
    await project(told({ grant: "grant_aaaa" }));
    expect(await listOf("vdab")).toEqual([]);
  });

  it("is the same after every event came three times, in any order", async () => {
    const events = [
      told({ grant: "grant_aaaa" }),
      told({ grant: "grant_aaaa", ended: true }),
      told({ grant: "grant_bbbb", municipality: "destelbergen" }),
      told({ grant: "grant_cccc", municipality: "nazareth-de-pinte" }),
    ];
    for (const order of [events, events.toReversed(), [...events, ...events].toReversed()])
      for (const event of order) await project(event);
    expect(await listOf("vdab")).toEqual(["grant_bbbb", "grant_cccc"]);
  });

  it("is right when twenty municipalities' events arrive at the same moment", async () => {
    const names = Array.from({ length: 20 }, (_, at) => `grant_${String(at).padStart(4, "0")}`);
    await inParallel(20, (at) =>
      project(told({ grant: names[at]!, municipality: `plaats-${at}` })),
    );
    expect(await listOf("vdab")).toEqual(names);
    await inParallel(20, (at) =>
      project(told({ grant: names[at]!, municipality: `plaats-${at}`, ended: at % 2 === 0 })),
    );
    expect(await listOf("vdab")).toEqual(names.filter((_, at) => at % 2 === 1));
  });

  it("mends a list that a stopped function left behind", async () => {
    const grants = organisationGrants(table());
    await project(told({ grant: "grant_aaaa" }));
    const { detail, subject: id } = told({ grant: "grant_aaaa", ended: true });
    const left = { id, tenant: "leie-schelde.deinze", isEnded: true, ...detail };
    // @ts-expect-error -- an event's detail has no types before it is parsed
    await grants.note(scope, left);
    expect(await listOf("vdab")).toEqual(["grant_aaaa"]);
    await project(told({ grant: "grant_aaaa", ended: true }));
    expect(await listOf("vdab")).toEqual([]);
  });

  it("takes no notice of other events", async () => {
    await project({ ...told({ grant: "grant_aaaa" }), name: "tenant-onboarded" });
    expect(await fixture.rows()).toEqual([]);
  });

  it("never takes a grant from outside a municipality", async () => {
    const forged = { ...told({ grant: "grant_aaaa" }), scope: "session" };
    await expect(project(forged)).rejects.toThrow();
    expect(await fixture.rows()).toEqual([]);
  });
});
