import { calendarDate } from "@digihulp/kernel";
import { regionById, tenantsOf } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { job, VISITOR } from "./actor.ts";
import { decide, scopeForJob } from "./decide.ts";
import { POLICY } from "./policy.ts";
import { isScope, SCOPE_KINDS } from "./scope.ts";
import type { Resource, ScopeKind } from "./scope.ts";

const region = regionById("leie-schelde");
const tenant = tenantsOf(region)[0]!;
const resources: Record<ScopeKind, Resource> = {
  public: { kind: "public", region: region.id },
  tenant: { kind: "tenant", region: region.id, tenant },
  organisation: { kind: "organisation", region: region.id, organisation: region.coordinator },
  region: { kind: "region", region: region.id },
  session: { kind: "session", region: region.id },
};
const actors = [VISITOR, job("a-test")];
const facts = { today: calendarDate("2026-11-23") };

describe("who may do what", () => {
  it("a visitor reads the public agenda, and the scope opens public rows alone", () => {
    const decision = decide(VISITOR, {
      permission: "agenda:read",
      resource: resources.public,
      facts,
    });
    expect(decision.allowed && decision.scope.tag).toBe("public");
  });

  it("a visitor never reaches a tenant's rows, whatever the permission", () => {
    for (const { permission } of POLICY) {
      expect(decide(VISITOR, { permission, resource: resources.tenant, facts }).allowed).toBe(
        false,
      );
    }
  });

  it("a job reaches the one tenant it was asked for", () => {
    expect(scopeForJob(job("plan"), "series:plan", resources.tenant).tag).toBe(tenant);
  });

  it("a job that asks for more than its rule is a fault that says why", () => {
    const ask = () => scopeForJob(job("plan"), "series:plan", resources.region);
    expect(ask).toThrow("other-kind-of-rows");
  });

  it("every rule without a condition allows exactly whom it lists, on its own kind of rows", () => {
    let allowed = 0;
    for (const rule of POLICY.filter(({ when }) => when.length === 0))
      for (const actor of actors)
        for (const kind of SCOPE_KINDS) {
          const listed = rule.scope === kind && rule.who.some((known) => known === actor.kind);
          const { permission } = rule;
          const decision = decide(actor, { permission, resource: resources[kind], facts });
          expect(decision.allowed).toBe(listed);
          allowed += listed ? 1 : 0;
        }
    expect(allowed).toBeGreaterThan(5);
  });
});

describe("a scope", () => {
  it("cannot be made by hand", () => {
    const lookalike = { kind: "tenant", tag: tenant, region: region.id };
    expect(isScope(lookalike)).toBe(false);
    expect(isScope(scopeForJob(job("plan"), "series:plan", resources.tenant))).toBe(true);
  });
});
