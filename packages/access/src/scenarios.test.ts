import { calendarDate } from "@digihulp/kernel";
import { municipalityId, organisationId, regionById, tenantId } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { job, VISITOR, whoIs } from "./actor.ts";
import type { Actor, Grant, MemberId } from "./actor.ts";
import { decide } from "./decide.ts";
import { groupsOf, membershipOfScope } from "./identity.ts";
import { POLICY, RULES } from "./policy.ts";
import type { Permission } from "./policy.ts";
import type { Resource } from "./scope.ts";

const region = regionById("leie-schelde");
const today = calendarDate("2026-11-23");
const isMemberId = (text: string): text is MemberId => text !== "";
const vdab = organisationId("vdab");
const avansa = organisationId("avansa");
const rowsOf = (municipality: string): Resource => ({
  kind: "tenant",
  region: region.id,
  tenant: tenantId(region.id, municipalityId(municipality)),
});
const listOf = (organisation: typeof vdab): Resource => ({
  kind: "organisation",
  region: region.id,
  organisation,
});
const grant = (more: Partial<Grant> = {}): Grant => ({
  id: "grt_1",
  tenant: tenantId(region.id, municipalityId("destelbergen")),
  organisation: vdab,
  from: calendarDate("2026-01-01"),
  until: calendarDate("2026-12-31"),
  ...more,
});

function somebody(group: string, grants: readonly Grant[] = []): Actor {
  const found = groupsOf(region).find(({ name }) => name === group);
  if (!found || !isMemberId(group)) throw new Error(`no group ${group}`);
  return { kind: "member", member: group, membership: found.membership, grants };
}

const DESTELBERGEN = rowsOf("destelbergen");
const DEINZE = rowsOf("deinze");
type Scenario = [who: string, actor: Actor, may: Permission, about: Resource, answer: string];

const SCENARIOS: readonly Scenario[] = [
  [
    "the social worker of Destelbergen registers somebody there",
    somebody("social-worker-destelbergen"),
    "client:register",
    DESTELBERGEN,
    "allowed",
  ],
  [
    "and nobody in Deinze",
    somebody("social-worker-destelbergen"),
    "client:register",
    DEINZE,
    "not-own-tenant",
  ],
  [
    "the desk of Destelbergen sees the waiting list of Destelbergen",
    somebody("desk-destelbergen-bibliotheek"),
    "waiting-list:read",
    DESTELBERGEN,
    "allowed",
  ],
  [
    "the desk of Deinze does not",
    somebody("desk-deinze-bibliotheek"),
    "waiting-list:read",
    DESTELBERGEN,
    "not-own-tenant",
  ],
  [
    "a volunteer notes who is there",
    somebody("volunteer-destelbergen-reinaert"),
    "attendance:keep",
    DESTELBERGEN,
    "allowed",
  ],
  [
    "and opens nobody's file",
    somebody("volunteer-destelbergen-reinaert"),
    "client:read",
    DESTELBERGEN,
    "role-not-listed",
  ],
  [
    "the administrator of Destelbergen gives access there",
    somebody("admin-destelbergen"),
    "grant:give",
    DESTELBERGEN,
    "allowed",
  ],
  [
    "and opens nobody's file either",
    somebody("admin-destelbergen"),
    "client:read",
    DESTELBERGEN,
    "role-not-listed",
  ],
  [
    "the administrator of Deinze gives nothing away of Destelbergen",
    somebody("admin-deinze"),
    "grant:give",
    DESTELBERGEN,
    "not-own-tenant",
  ],
  [
    "VDAB refers somebody under its grant",
    somebody("partner-vdab", [grant()]),
    "client:refer",
    DESTELBERGEN,
    "allowed",
  ],
  [
    "not in a municipality that granted nothing",
    somebody("partner-vdab", [grant()]),
    "client:refer",
    DEINZE,
    "not-active-grant",
  ],
  [
    "not without a grant",
    somebody("partner-vdab"),
    "client:refer",
    DESTELBERGEN,
    "not-active-grant",
  ],
  [
    "not before the grant starts",
    somebody("partner-vdab", [grant({ from: calendarDate("2026-11-24") })]),
    "client:refer",
    DESTELBERGEN,
    "not-active-grant",
  ],
  [
    "on its last day it still may",
    somebody("partner-vdab", [grant({ until: today })]),
    "client:refer",
    DESTELBERGEN,
    "allowed",
  ],
  [
    "not the day after",
    somebody("partner-vdab", [grant({ until: calendarDate("2026-11-22") })]),
    "client:refer",
    DESTELBERGEN,
    "not-active-grant",
  ],
  [
    "not under a grant of another organisation",
    somebody("partner-vdab", [grant({ organisation: avansa })]),
    "client:refer",
    DESTELBERGEN,
    "not-active-grant",
  ],
  ["VDAB sees its own list", somebody("partner-vdab"), "referral:list", listOf(vdab), "allowed"],
  [
    "and not Avansa's",
    somebody("partner-vdab"),
    "referral:list",
    listOf(avansa),
    "not-own-organisation",
  ],
  [
    "VDAB never sees the waiting list",
    somebody("partner-vdab", [grant()]),
    "waiting-list:read",
    DESTELBERGEN,
    "role-not-listed",
  ],
  [
    "the coordinator registers nobody",
    somebody("coordinator"),
    "client:register",
    DESTELBERGEN,
    "role-not-listed",
  ],
  [
    "the coordinator opens nobody's file",
    somebody("coordinator"),
    "client:read",
    DESTELBERGEN,
    "role-not-listed",
  ],
  [
    "a visitor reads the agenda",
    VISITOR,
    "agenda:read",
    { kind: "public", region: region.id },
    "allowed",
  ],
  ["a visitor sees no waiting list", VISITOR, "waiting-list:read", DESTELBERGEN, "role-not-listed"],
];

describe("who may do what, in the words of the partnership", () => {
  it.each(SCENARIOS)("%s", (_, actor, permission, resource, answer) => {
    const decision = decide(actor, { permission, resource, facts: { today } });
    expect(decision.allowed ? "allowed" : decision.reason).toBe(answer);
  });

  it("a referral is seen by the organisation that made it, and by no other partner", () => {
    const ask = (referredBy: typeof vdab | undefined) =>
      decide(somebody("partner-vdab", [grant()]), {
        permission: "referral:read",
        resource: DESTELBERGEN,
        facts: { today, referredBy },
      });
    expect(ask(vdab).allowed).toBe(true);
    expect(ask(avansa)).toEqual({ allowed: false, reason: "not-own-referral" });
    expect(ask(undefined)).toEqual({ allowed: false, reason: "not-own-referral" });
  });
});

describe("every role against every permission and every municipality", () => {
  const everybody = groupsOf(region).map(({ name }) => somebody(name, [grant()]));
  const places = region.municipalities.map(({ id }) => rowsOf(id));

  it("opens a tenant's rows only to who works there, or to a partner that it granted access", () => {
    let tried = 0;
    for (const actor of [...everybody, VISITOR, job("any")])
      for (const { permission } of POLICY)
        for (const resource of places) {
          tried += 1;
          const decision = decide(actor, { permission, resource, facts: { today } });
          if (!decision.allowed || actor.kind === "job") continue;
          const membership = actor.kind === "member" ? actor.membership : undefined;
          const isOwn =
            membership && "tenant" in membership && membership.tenant === decision.scope.tag;
          const isGranted = whoIs(actor) === "partner" && decision.scope.tag === grant().tenant;
          expect(isOwn || isGranted).toBe(true);
        }
    console.info(`${tried} cases of role x permission x municipality`);
    expect(tried).toBe((everybody.length + 2) * RULES.length * places.length);
  });

  it("gives the coordinator no path to any person of any municipality", () => {
    for (const { permission } of POLICY)
      for (const resource of places)
        expect(
          decide(somebody("coordinator"), { permission, resource, facts: { today } }).allowed,
        ).toBe(false);
  });
});

describe("a program", () => {
  it("acts for the one organisation or municipality of its scope", () => {
    expect(membershipOfScope(region, "organisation/vdab")).toEqual({
      role: "partner",
      organisation: vdab,
    });
    expect(membershipOfScope(region, "municipality/deinze")?.role).toBe("tenant-administrator");
  });

  it.each([
    "",
    "organisation/",
    "organisation/cvo",
    "municipality/gent",
    "admin/deinze",
    "organisation/vdab/x",
  ])("with the scope %j acts for nobody", (scope) =>
    expect(membershipOfScope(region, scope)?.role).not.toBe("partner"),
  );
});
