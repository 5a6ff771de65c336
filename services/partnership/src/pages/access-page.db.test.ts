import type { Actor, MemberId } from "@digihulp/access";
import { membershipOfGroup, membershipOfScope, VISITOR } from "@digihulp/access";
import { calendarDate, clockTime } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import { openTable } from "@digihulp/store";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { makeSite } from "@digihulp/web";
import type { HttpRequest } from "@digihulp/web";
import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { grantTexts } from "../locale/grants.ts";
import { routes } from "../routes.ts";
import { publicDirectory } from "../store/directory.ts";
import { partnershipTable } from "../store/partnership-table.ts";
import { upcomingMoments } from "../store/upcoming.ts";

const region = regionById("leie-schelde");
const NOW = Date.parse("2026-11-23T09:00:00Z");
const isMember = (text: string): text is MemberId => text !== "";
const [member] = ["sub-admin"].filter(isMember);

const memberOf = (group: string): Actor => ({
  kind: "member",
  member: member!,
  membership: membershipOfGroup(region, group)!,
  grants: [],
});
const deinze = memberOf("admin-deinze");
const program: Actor = {
  kind: "program",
  client: "deinze",
  membership: membershipOfScope(region, "municipality/deinze")!,
  grants: [],
};

let fixture: TestTable;
const siteFor = (actor: Actor) => {
  const table = openTable({
    definition: fixture.definition,
    sessions: fixture.sessions,
    now: () => NOW,
  });
  const deps = {
    table,
    now: () => NOW,
    upcoming: upcomingMoments(table),
    directory: publicDirectory(table),
    askService: async () => 200,
  };
  return makeSite(routes, deps, {
    region,
    origin: "https://site.example",
    now: () => ({ date: calendarDate("2026-11-23"), time: clockTime("10:00") }),
    identify: async () => ({ actor, name: "Lieve Populier", cookies: [] }),
    note: () => {},
  });
};
const ask = (actor: Actor, path: string, more: Partial<HttpRequest> = {}) =>
  siteFor(actor)({
    method: more.body === undefined ? "GET" : "POST",
    path,
    query: new URLSearchParams(),
    headers: { "sec-fetch-site": "same-origin" },
    cookies: {},
    body: "",
    bodySize: 0,
    reference: "ref-1",
    ...more,
  });
const give = (form: Record<string, string>, actor = deinze) =>
  ask(actor, "/beheer/toegang", { body: new URLSearchParams(form).toString() });
const VDAB = { organisatie: "vdab", vanaf: "2026-11-23", tot: "", _sleutel: "key_1" };

const Grants = z.object({
  grants: z.array(z.object({ id: z.string(), organisation: z.string(), state: z.string() })),
});
const grants = async (actor = program) =>
  z.parse(Grants, JSON.parse((await ask(actor, "/api/partnership/grants")).body)).grants;
const json = (body: unknown, key?: string) => ({
  body: JSON.stringify(body),
  headers: { authorization: "Bearer x", ...(key ? { "idempotency-key": key } : {}) },
});

beforeEach(async () => {
  fixture = await testTable(partnershipTable);
});

describe("the page on which a municipality gives access", () => {
  it("lists who has it, gives it and takes it back, without a script", async () => {
    expect((await ask(deinze, "/beheer/toegang")).body).toContain(grantTexts.none);
    const given = await give(VDAB);
    expect([given.status, given.headers["location"]]).toEqual([303, "/beheer/toegang"]);
    const page = await ask(deinze, "/beheer/toegang");
    expect(page.body).toContain("Vanaf 23 november 2026, zonder einddatum");
    const [, path = ""] = /action="(\/beheer\/toegang\/[^"]+\/einde)"/.exec(page.body) ?? [];
    const ended = await ask(deinze, path, { body: "_sleutel=key_2" });
    expect([ended.status, ended.headers["location"]]).toEqual([303, "/beheer/toegang"]);
    expect((await ask(deinze, "/beheer/toegang")).body).toContain(
      "Teruggenomen op 23 november 2026",
    );
  });

  it("is kept by nobody on the way", async () => {
    expect((await ask(deinze, "/beheer/toegang")).headers["cache-control"]).toBe("no-store");
  });

  it("sent twice gives access once", async () => {
    await give(VDAB);
    expect((await give(VDAB)).status).toBe(303);
    expect(await grants()).toHaveLength(1);
  });

  it.each([
    ["no organisation", { organisatie: "" }, "organisatie"],
    ["no first day", { vanaf: "" }, "vanaf"],
    ["a first day that does not exist", { vanaf: "2026-02-30" }, "vanaf"],
    ["a last day in words", { tot: "volgend jaar" }, "tot"],
  ] as const)("says what is missing with %s, and keeps the rest", async (_, wrong, field) => {
    const answer = await give({ ...VDAB, tot: "2027-01-01", ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`href="#veld-${field}"`);
    expect(answer.body).toContain(grantTexts.errors[field]);
    for (const [name, value] of Object.entries({ ...VDAB, tot: "2027-01-01", ...wrong }))
      if (name !== "_sleutel" && value !== "") expect(answer.body).toContain(value);
    expect(await grants()).toEqual([]);
  });

  it.each([
    ["in-the-past", { vanaf: "2026-11-22" }],
    ["until-before-from", { vanaf: "2026-12-02", tot: "2026-12-01" }],
    ["organisation-unknown", { organisatie: "werken-leie-schelde" }],
    ["organisation-unknown", { organisatie: "<script>" }],
  ] as const)("says why %s is refused, and keeps what was typed", async (kind, wrong) => {
    const answer = await give({ ...VDAB, ...wrong });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain(grantTexts.refusals[kind].title);
    expect(answer.body).toContain(`value="${"vanaf" in wrong ? wrong.vanaf : VDAB.vanaf}"`);
    expect(answer.body).not.toContain("<script>");
  });

  it("refuses days on which the organisation has access already", async () => {
    await give(VDAB);
    const again = await give({ ...VDAB, _sleutel: "key_9" });
    expect(again.status).toBe(409);
    expect(again.body).toContain(grantTexts.refusals["overlapping-grant"].title);
  });

  it.each([
    "social-worker-deinze",
    "desk-deinze-bibliotheek",
    "volunteer-deinze-bibliotheek",
    "partner-vdab",
    "coordinator",
  ])("is not there for %s", async (group) => {
    for (const answer of [
      await ask(memberOf(group), "/beheer/toegang"),
      await give(VDAB, memberOf(group)),
      await ask(memberOf(group), "/api/partnership/grants"),
    ])
      expect(answer.status).toBe(404);
    expect(await fixture.rows()).toEqual([]);
  });

  it("asks a visitor to sign in and back", async () => {
    const answer = await ask(VISITOR, "/beheer/toegang");
    expect(answer.headers["location"]).toBe("/aanmelden?naar=%2Fbeheer%2Ftoegang");
  });

  it("of another municipality shows and changes nothing of this one", async () => {
    await give(VDAB);
    const [grant] = await grants();
    const other = memberOf("admin-destelbergen");
    const page = await ask(other, "/beheer/toegang");
    expect(page.body).toContain(grantTexts.none);
    const foreign = await ask(other, `/beheer/toegang/${grant?.id}/einde`, { body: "" });
    const missing = await ask(other, "/beheer/toegang/grant_0000/einde", { body: "" });
    expect(foreign).toEqual(missing);
    expect(foreign.status).toBe(404);
    expect(await grants()).toMatchObject([{ state: "active" }]);
  });
});

describe("the API for grants", () => {
  const wish = { organisation: "vdab", from: "2026-12-01", until: "2026-12-31" };

  it("gives, lists and ends, once for each Idempotency-Key", async () => {
    const first = await ask(program, "/api/partnership/grants", json(wish, "k1"));
    const second = await ask(program, "/api/partnership/grants", json(wish, "k1"));
    expect([first.status, second.body]).toEqual([200, first.body]);
    const [grant] = await grants();
    expect(grant).toMatchObject({ organisation: "vdab", state: "future" });
    const end = `/api/partnership/grants/${grant?.id}/end`;
    const ended = await ask(program, end, json({}, "k2"));
    expect(JSON.parse(ended.body)).toMatchObject({ state: "ended", endedOn: "2026-11-23" });
    expect((await ask(program, end, json({}, "k2"))).body).toBe(ended.body);
    const again = await ask(program, end, json({}, "k3"));
    expect([again.status, JSON.parse(again.body).type]).toEqual([
      409,
      "urn:digihulp:problem:already-ended",
    ]);
  });

  it.each([
    ["no JSON", { body: "organisation=vdab", headers: { authorization: "Bearer x" } }, 400],
    ["no organisation", json({ from: "2026-12-01" }), 422],
    ["a date with a time", json({ ...wish, from: "2026-12-01T00:00" }), 422],
    ["a number for a day", json({ ...wish, until: 20261231 }), 422],
    ["a list", json([wish]), 422],
    ["a past day", json({ ...wish, from: "2020-01-01" }), 409],
  ])("with %s gets a problem document and changes nothing", async (_, request, status) => {
    const answer = await ask(program, "/api/partnership/grants", request);
    expect([answer.status, answer.headers["content-type"]]).toEqual([
      status,
      "application/problem+json",
    ]);
    expect(await fixture.rows()).toEqual([]);
  });

  it.each(["grant_0000", "x", "grant_%23", "per_0001"])("finds no grant %s", async (id) => {
    const answer = await ask(program, `/api/partnership/grants/${id}/end`, json({}));
    expect(answer.status).toBe(404);
  });
});
