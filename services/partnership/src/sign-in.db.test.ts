import { SEEN_COOKIE, SESSION_COOKIE } from "@digihulp/access/session";
import { regionById } from "@digihulp/region";
import { inParallel, testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signInTexts } from "./locale/sign-in.ts";
import { openIssuer } from "./sign-in/issuer.ts";
import { partnershipTable } from "./store/partnership-table.ts";
import type { Browser } from "./testing/browser.ts";
import { testIssuer } from "./testing/issuer.ts";
import type { Lies, Someone, TestIssuer } from "./testing/issuer.ts";
import { goesTo, ORIGIN, signInSite } from "./testing/sign-in-site.ts";
import type { SignInSite } from "./testing/sign-in-site.ts";

const region = regionById("leie-schelde");
const MINUTE = 60_000;
const start = Date.parse("2026-11-23T09:00:00Z");
const now = () => Date.now();
const pass = (minutes: number) => vi.setSystemTime(now() + minutes * MINUTE);

const DESK = "desk-deinze-bibliotheek";
const noor: Someone = { sub: "sub-noor", name: "Noor Wilgentak", groups: [DESK] };
const imane: Someone = { sub: "sub-imane", name: "Imane", groups: [DESK, "partner-vdab"] };

let issuer: TestIssuer;
let fixture: TestTable;
let site: SignInSite;
const browse = (copied?: Browser["cookies"]) => site.browse(copied);
const signIn = (...given: Parameters<SignInSite["signIn"]>) => site.signIn(...given);
const identify = (browser: Browser) => site.identify(browser);
const kindOf = async (browser: Browser) => (await identify(browser)).actor.kind;
const sessionRows = () => site.countOf("session");

beforeAll(async () => {
  issuer = await testIssuer(now);
});
afterAll(async () => {
  vi.useRealTimers();
  await issuer.stop();
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  fixture = await testTable(partnershipTable);
  site = signInSite({ region, fixture, issuer, now });
});

describe("signing in", () => {
  it("asks the issuer with PKCE, state and nonce, and to sign in anew", async () => {
    const url = new URL(goesTo(await browse().get("/aanmelden?naar=/registratie")));
    expect(url.origin + url.pathname).toBe(`${issuer.url}/authorize`);
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      response_type: "code",
      client_id: issuer.clientId,
      redirect_uri: `${ORIGIN}/aanmelden/terug`,
      scope: "openid",
      code_challenge_method: "S256",
      prompt: "login",
    });
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked[name]).toHaveLength(43);
  });

  it("brings somebody with one place of work to where they were going, known by name", async () => {
    const browser = browse();
    const back = await signIn(browser, noor, "/registratie/persoon/per_0001?x=1");
    expect([back.status, goesTo(back)]).toEqual([303, "/registratie/persoon/per_0001?x=1"]);
    expect(await identify(browser)).toMatchObject({
      actor: { kind: "member", member: "sub-noor", membership: { role: "desk-worker" } },
      name: "Noor Wilgentak",
    });
  });

  it("brings who was going nowhere to where their work starts", async () => {
    expect(goesTo(await signIn(browse(), noor, "/"))).toBe("/registratie");
    const volunteer = { ...noor, groups: ["volunteer-deinze-bibliotheek"] };
    expect(goesTo(await signIn(browse(), volunteer, "/"))).toBe("/agenda/vandaag");
  });

  it("tells the trail who it was and as what, in ids", async () => {
    await signIn(browse(), noor);
    const [event] = (await fixture.rows()).filter(({ type }) => type === "event");
    expect(event).toMatchObject({
      name: "member-signed-in",
      subject: "sub-noor",
      actor: { kind: "member", id: "sub-noor", role: "desk-worker" },
      detail: { group: DESK },
    });
    expect(JSON.stringify(event)).not.toContain("Wilgentak");
  });

  it("takes no notice of groups that the region does not know", async () => {
    const browser = browse();
    await signIn(browser, { ...noor, groups: ["pool_Google", DESK, "admin-antwerpen"] });
    expect(await identify(browser)).toMatchObject({
      actor: { membership: { role: "desk-worker" } },
    });
  });

  it.each([
    "https://evil.example/x",
    "//evil.example",
    String.raw`/\evil.example`,
    "/\t/evil.example",
    "javascript:alert(1)",
    "/afmelden",
  ])("never sends anybody on to %j", async (naar) => {
    expect(goesTo(await signIn(browse(), noor, naar))).toBe("/registratie");
  });

  it("again closes the session that this browser had", async () => {
    const browser = browse();
    await signIn(browser, noor);
    const old = browse({ ...browser.cookies });
    await signIn(browser, noor);
    expect([await kindOf(browser), await kindOf(old)]).toEqual(["member", "visitor"]);
    expect(await sessionRows()).toBe(1);
  });

  it("in two tabs of one browser works in both, whichever comes back first", async () => {
    const browser = browse();
    const first = await browser.get("/aanmelden?naar=/een");
    const second = await browser.get("/aanmelden?naar=/twee");
    expect(goesTo(await browser.get(issuer.approve(goesTo(second), noor)))).toBe("/twee");
    expect(goesTo(await browser.get(issuer.approve(goesTo(first), noor)))).toBe("/een");
    expect(await kindOf(browser)).toBe("member");
  });

  it("reads the issuer's document once, and again after an hour", async () => {
    const before = issuer.discoveries();
    for (const naar of ["/a", "/b", "/c"]) await signIn(browse(), noor, naar);
    expect(issuer.discoveries() - before).toBe(1);
    pass(61);
    await browse().get("/aanmelden");
    expect(issuer.discoveries() - before).toBe(2);
  });
});

describe("a sign-in that does not count opens nothing and says so in plain Dutch", () => {
  const { refusals, again } = signInTexts;
  const expectRefused = async (
    browser: Browser,
    answer: { status: number; body: string },
    kind: keyof typeof refusals,
  ) => {
    expect(answer.body).toContain(refusals[kind].title);
    expect(answer.body).toContain(again);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(browser.cookies[SESSION_COOKIE]).toBeUndefined();
    expect(await sessionRows()).toBe(0);
  };
  const begin = async (browser: Browser) => goesTo(await browser.get("/aanmelden?naar=/x"));

  it("when it comes back a second time", async () => {
    const browser = browse();
    const back = issuer.approve(await begin(browser), noor);
    await browser.get(back);
    const token = browser.cookies[SESSION_COOKIE];
    const replay = await browser.get(back);
    expect(replay.body).toContain(refusals["unknown-attempt"].title);
    expect([browser.cookies[SESSION_COOKIE], await sessionRows()]).toEqual([token, 1]);
  });

  it("when it comes back ten times at once: exactly one session, nine times too late", async () => {
    const browser = browse();
    const back = issuer.approve(await begin(browser), noor);
    const answers = await inParallel(10, () => browse(browser.cookies).get(back));
    const late = answers.filter(({ body }) => body.includes(refusals["unknown-attempt"].title));
    expect([answers.length - late.length, late.length, await sessionRows()]).toEqual([1, 9, 1]);
  });

  it.each([
    ["a state that was never ours", `state=${"A".repeat(43)}&code=x`],
    ["no state", "code=x"],
    ["nothing at all", ""],
    ["a state with a key separator", "state=a%23b&code=x"],
  ])("with %s", async (_, query) => {
    const browser = browse();
    await expectRefused(browser, await browser.get(`/aanmelden/terug?${query}`), "unknown-attempt");
  });

  it("after more than ten minutes", async () => {
    const browser = browse();
    const back = issuer.approve(await begin(browser), noor);
    pass(10);
    await expectRefused(browser, await browser.get(back), "unknown-attempt");
  });

  it("in another browser than it began in, and the right one can still finish", async () => {
    const [mine, theirs] = [browse(), browse()];
    const back = issuer.approve(await begin(mine), noor);
    await begin(theirs);
    await expectRefused(theirs, await theirs.get(back), "other-browser");
    await expectRefused(browse(), await browse().get(back), "other-browser");
    expect((await mine.get(back)).status).toBe(303);
  });

  it("when the issuer says no", async () => {
    const browser = browse();
    const state = new URL(await begin(browser)).searchParams.get("state") ?? "";
    const query = new URLSearchParams({ error: "access_denied", state, iss: issuer.url });
    const answer = await browser.get(`/aanmelden/terug?${query.toString()}`);
    await expectRefused(browser, answer, "issuer-refused");
    expect(answer.body).toContain('href="/aanmelden?naar=%2Fx"');
  });

  const lies: readonly (readonly [string, Lies])[] = [
    ["another issuer answers", { iss: "https://issuer.example" }],
    ["the token is of another issuer", { claims: { iss: "https://issuer.example" } }],
    ["the token is of another client", { claims: { aud: "another-client" } }],
    ["the token answers another question", { claims: { nonce: "another" } }],
    ["the token's time is over", { claims: { exp: Math.floor(start / 1000) - 60 } }],
    ["the token names nobody", { claims: { sub: "" } }],
    ["the token is signed by a stranger", { strangersKey: true }],
    ["the token is not signed", { algorithm: "none" }],
    ["the token is signed with a shared secret", { algorithm: "HS256" }],
  ];
  it.each(lies)("when %s", async (_, lie) => {
    const browser = browse();
    const back = issuer.approve(await begin(browser), noor, lie);
    await expectRefused(browser, await browser.get(back), "not-trusted");
    expect((await browser.get(back)).body).toContain(refusals["unknown-attempt"].title);
  });

  it("when the code is not the one of this sign-in", async () => {
    const browser = browse();
    const state = new URL(await begin(browser)).searchParams.get("state") ?? "";
    const other = new URL(issuer.approve(await begin(browser), noor), ORIGIN).searchParams;
    const query = new URLSearchParams({ state, code: other.get("code") ?? "", iss: issuer.url });
    const answer = await browser.get(`/aanmelden/terug?${query.toString()}`);
    await expectRefused(browser, answer, "unknown-attempt");
  });

  it.each([
    ["without a group", { sub: "sub-x" }],
    ["with groups of elsewhere", { sub: "sub-x", groups: ["admin-antwerpen"] }],
  ])("for somebody %s, and says whom to ask", async (_, who: Someone) => {
    const browser = browse();
    const answer = await signIn(browser, who);
    await expectRefused(browser, answer, "no-place");
    expect(answer.body).toContain("Werken Leie&amp;Schelde");
  });

  it("while the issuer cannot be reached: an apology with a number, and another try works", async () => {
    const gone = openIssuer({
      issuer: "http://localhost:9",
      clientId: "x",
      origin: ORIGIN,
      logoutEndpoint: undefined,
      now,
    });
    const browser = site.browse({}, { issuer: gone });
    expect((await browser.get("/aanmelden")).status).toBe(500);
    expect(site.notes.at(-1)).toMatchObject({ event: "fault", route: "/aanmelden" });
    expect(await fixture.rows()).toEqual([]);
  });
});

describe("signing out", () => {
  it("ends the session, clears the cookies and goes on to the issuer", async () => {
    const browser = browse();
    await signIn(browser, noor);
    const stolen = browse({ ...browser.cookies });
    const answer = await browser.post("/afmelden", "");
    const next = new URL(goesTo(answer));
    expect(next.origin + next.pathname).toBe(`${issuer.url}/logout`);
    expect(Object.fromEntries(next.searchParams)).toEqual({
      client_id: issuer.clientId,
      logout_uri: `${ORIGIN}/`,
      post_logout_redirect_uri: `${ORIGIN}/`,
    });
    expect(Object.keys(browser.cookies)).not.toContain(SESSION_COOKIE);
    expect(Object.keys(browser.cookies)).not.toContain(SEEN_COOKIE);
    expect(await kindOf(stolen)).toBe("visitor");
    expect(await sessionRows()).toBe(0);
  });

  it("cannot be undone by who copied the cookies, not even while it happens", async () => {
    const browser = browse();
    await signIn(browser, imane);
    const thief = browse({ ...browser.cookies });
    const choose = `groep=${DESK}`;
    await Promise.all([
      browser.post("/afmelden", ""),
      ...[1, 2, 3, 4, 5].map(() => thief.post("/werkplek", choose)),
    ]);
    await thief.post("/werkplek", choose);
    expect(await kindOf(thief)).toBe("visitor");
    expect(await sessionRows()).toBe(0);
  });

  it("works while the issuer cannot be reached, and for who was signed out already", async () => {
    const broken = { ...site.deps.issuer, signOutUrl: () => Promise.reject(new Error("gone")) };
    const browser = browse();
    await signIn(browser, noor);
    const alone = site.browse(browser.cookies, { issuer: broken });
    const answer = await alone.post("/afmelden", "");
    expect([answer.status, goesTo(answer)]).toEqual([303, "/"]);
    expect(await kindOf(browser)).toBe("visitor");
    expect((await browse().post("/afmelden", "")).status).toBe(200);
  });
});

describe("a form on another site", () => {
  it.each(["/aanmelden", "/afmelden", "/werkplek"])("cannot post to %s", async (path) => {
    const browser = browse();
    await signIn(browser, noor);
    const before = await fixture.rows();
    const body = "naar=%2Fregistratie&bewaard=x%3D1&groep=partner-vdab";
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { origin: "https://evil.example" },
      {},
    ])
      expect((await browser.post(path, body, headers)).status).toBe(403);
    expect(await fixture.rows()).toEqual(before);
    expect(await kindOf(browser)).toBe("member");
  });
});
