import { calendarDate } from "@digihulp/kernel";
import { organisationId, regionById, tenantsOf } from "@digihulp/region";
import { openTable } from "@digihulp/store";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { beforeEach, describe, expect, it } from "vitest";
import type { Grant, MemberId } from "../actor.ts";
import { job } from "../actor.ts";
import { decide, scopeForJob } from "../decide.ts";
import { newToken, SEEN_COOKIE, seenCookie, SESSION_COOKIE, signInCookie } from "./cookies.ts";
import { identifyWith } from "./identify.ts";
import { grantsItem, sessionStore } from "./session-store.ts";
import type { StoredSession } from "./session-store.ts";

const region = regionById("leie-schelde");
const START = Date.parse("2026-11-23T09:00:00Z");
const MINUTE = 60_000;
const today = calendarDate("2026-11-23");
const isMember = (text: string): text is MemberId => text !== "";
const member = ["sub-1"].find(isMember)!;
const vdab = organisationId("vdab");
const avansa = organisationId("avansa");
const tenant = tenantsOf(region)[3]!;

const session = (group: string | undefined, sealKey = newToken()): StoredSession => ({
  member,
  name: "Noor Wilgentak",
  groups: ["desk-deinze-bibliotheek", "partner-vdab"],
  ...(group ? { group } : {}),
  startedAt: START,
  sealKey,
});
const grantTo = (organisation: Grant["organisation"]): Grant => ({
  id: `grant_${organisation}`,
  tenant,
  organisation,
  from: calendarDate("2026-01-01"),
  until: null,
});

let fixture: TestTable;
let clock = START;
const table = () =>
  openTable({ definition: fixture.definition, sessions: fixture.sessions, now: () => clock });
const sessions = () => sessionStore(table(), region);
const identify = (
  cookies: Record<string, string>,
  authorization?: string,
  verifyToken = async (): Promise<undefined> => undefined,
) =>
  identifyWith({ region, sessions: sessions(), verifyToken, now: () => clock })({
    cookies,
    authorization,
  });

const valueOf = (cookie: string): string => cookie.slice(cookie.indexOf("=") + 1).split(";")[0]!;
const cookiesOf = (token: string, sealKey: string, organisation?: string) => ({
  [SESSION_COOKIE]: valueOf(signInCookie({ token, organisation })),
  [SEEN_COOKIE]: valueOf(seenCookie(sealKey, clock)),
});

async function signedIn(group: string | undefined, organisation?: string) {
  const token = newToken();
  const opened = session(group);
  await sessions().open(token, opened);
  return { token, cookies: cookiesOf(token, opened.sealKey, organisation), opened };
}

beforeEach(async () => {
  clock = START;
  fixture = await testTable((name) => ({ name, indexes: {} }));
});

describe("a signed-in browser", () => {
  it("is the member that it signed in as, with the name to greet", async () => {
    const { cookies } = await signedIn("desk-deinze-bibliotheek");
    const identity = await identify(cookies);
    expect(identity).toMatchObject({
      actor: { kind: "member", member, membership: { role: "desk-worker" }, grants: [] },
      name: "Noor Wilgentak",
      cookies: [],
    });
  });

  it("stays signed in as long as somebody works, without one write", async () => {
    const { cookies } = await signedIn("desk-deinze-bibliotheek");
    const before = await fixture.rows();
    let seen = cookies[SEEN_COOKIE]!;
    for (let request = 0; request < 6; request += 1) {
      clock += 19 * MINUTE;
      const identity = await identify({ ...cookies, [SEEN_COOKIE]: seen });
      expect(identity.actor.kind).toBe("member");
      seen = valueOf(identity.cookies[0]!);
    }
    expect(await fixture.rows()).toEqual(before);
  });

  it("is a visitor again after more than twenty minutes without a request", async () => {
    const { cookies } = await signedIn("desk-deinze-bibliotheek");
    clock += 20 * MINUTE;
    expect((await identify(cookies)).actor.kind).toBe("member");
    clock += MINUTE;
    expect(await identify(cookies)).toMatchObject({
      actor: { kind: "visitor" },
      refused: "session-ended",
    });
  });

  it("is a visitor again after a working day, however busy it was", async () => {
    const { token, opened } = await signedIn("desk-deinze-bibliotheek");
    clock = START + 10 * 60 * MINUTE;
    const fresh = cookiesOf(token, opened.sealKey);
    expect((await identify(fresh)).actor.kind).toBe("visitor");
  });

  it("that signed out is worth nothing to whoever copied its cookies", async () => {
    const { token, cookies } = await signedIn("desk-deinze-bibliotheek");
    await sessions().close(token);
    expect((await identify(cookies)).actor.kind).toBe("visitor");
    await sessions().close(token);
  });

  it("cannot be kept awake with what stands in its own cookies", async () => {
    const { token, cookies } = await signedIn("desk-deinze-bibliotheek");
    clock += 60 * MINUTE;
    const forged = { ...cookies, [SEEN_COOKIE]: valueOf(seenCookie(token, clock)) };
    expect((await identify(forged)).actor.kind).toBe("visitor");
  });

  it("cannot borrow the last visit of another session", async () => {
    const first = await signedIn("desk-deinze-bibliotheek");
    clock += 60 * MINUTE;
    const second = await signedIn("desk-deinze-bibliotheek");
    const mixed = { ...first.cookies, [SEEN_COOKIE]: second.cookies[SEEN_COOKIE]! };
    expect((await identify(mixed)).actor.kind).toBe("visitor");
  });

  it.each([
    ["whose place of work was not chosen", undefined],
    ["whose group left the region", "desk-gesloten-club"],
  ])("%s is nobody yet", async (_, group) => {
    const { cookies } = await signedIn(group);
    expect(await identify(cookies)).toMatchObject({
      actor: { kind: "visitor" },
      refused: "session-ended",
    });
  });

  it("without any cookie of ours is a visitor, without a reason and without a read", async () => {
    expect(await identify({ other: "x" })).toEqual({ actor: { kind: "visitor" }, cookies: [] });
  });

  it("never carries its secret or its name into the table's keys", async () => {
    const { token } = await signedIn("desk-deinze-bibliotheek");
    for (const { pk, sk } of await fixture.rows()) {
      expect(String(pk)).toMatch(/^session#leie-schelde#session#/);
      expect(`${String(pk)}${String(sk)}`).not.toContain(token);
    }
    expect(JSON.stringify(await fixture.rows())).not.toContain(token);
  });
});

describe("the grants of an organisation", () => {
  const give = (to: Grant["organisation"]) => {
    const scope = scopeForJob(job("test"), "session:keep", { kind: "session", region: region.id });
    return table()
      .within(scope)
      .putNewer(grantsItem(to, [grantTo(to)], 1));
  };

  it("come with the session of its own people", async () => {
    await give(vdab);
    const { cookies } = await signedIn("partner-vdab", "vdab");
    expect(await identify(cookies)).toMatchObject({
      actor: { grants: [{ organisation: "vdab" }] },
    });
  });

  it("are not for who writes another organisation into the cookie", async () => {
    await give(avansa);
    const { cookies } = await signedIn("partner-vdab", "avansa");
    expect(await identify(cookies)).toMatchObject({ actor: { kind: "member", grants: [] } });
  });

  it("are not for who is no partner at all", async () => {
    await give(vdab);
    const { cookies } = await signedIn("desk-deinze-bibliotheek", "vdab");
    expect(await identify(cookies)).toMatchObject({ actor: { kind: "member", grants: [] } });
  });

  it("open the municipality that gave them and no other", async () => {
    await give(vdab);
    const { actor } = await identify((await signedIn("partner-vdab", "vdab")).cookies);
    const opens = tenantsOf(region).filter((asked) => {
      const resource = { kind: "tenant", region: region.id, tenant: asked } as const;
      return decide(actor, { permission: "client:refer", resource, facts: { today } }).allowed;
    });
    expect(opens).toEqual([tenant]);
  });

  it("come with a program of the organisation too", async () => {
    await give(vdab);
    const verifyToken = async () => ({ client: "vdab", scope: "organisation/vdab" });
    const { actor } = await identifyWith({
      region,
      sessions: sessions(),
      verifyToken,
      now: () => clock,
    })({ cookies: {}, authorization: "Bearer abc" });
    expect(actor).toMatchObject({ kind: "program", client: "vdab", grants: [{ tenant }] });
  });
});

describe("a token beside the cookies", () => {
  it.each(["Bearer abc", "Basic eDp5", "Bearer", "Bearer a b", ""])(
    "that does not count (%j) never falls back on the cookies",
    async (authorization) => {
      const { cookies } = await signedIn("desk-deinze-bibliotheek");
      const { actor, refused } = await identify(cookies, authorization);
      expect([actor.kind, refused]).toEqual(
        authorization === "" ? ["member", undefined] : ["visitor", "token-refused"],
      );
    },
  );

  it("for somebody that the region does not have is refused", async () => {
    const verifyToken = async () => ({ client: "x", scope: "municipality/antwerpen" });
    const identity = await identifyWith({
      region,
      sessions: sessions(),
      verifyToken,
      now: () => clock,
    })({ cookies: {}, authorization: "Bearer abc" });
    expect(identity).toMatchObject({ actor: { kind: "visitor" }, refused: "token-refused" });
  });
});
