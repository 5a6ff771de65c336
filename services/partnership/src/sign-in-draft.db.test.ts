import { regionById } from "@digihulp/region";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import type { HttpResponse } from "@digihulp/web";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signInTexts } from "./locale/sign-in.ts";
import { partnershipTable } from "./store/partnership-table.ts";
import type { Browser } from "./testing/browser.ts";
import { testIssuer } from "./testing/issuer.ts";
import type { Someone, TestIssuer } from "./testing/issuer.ts";
import { goesTo, signInSite } from "./testing/sign-in-site.ts";
import type { SignInSite } from "./testing/sign-in-site.ts";

const region = regionById("leie-schelde");
const MINUTE = 60_000;
const start = Date.parse("2026-11-23T09:00:00Z");
const now = () => Date.now();
const pass = (minutes: number) => vi.setSystemTime(now() + minutes * MINUTE);

const DESK = "desk-deinze-bibliotheek";
const noor: Someone = { sub: "sub-noor", name: "Noor", groups: [DESK] };
const jef: Someone = { sub: "sub-jef", name: "Jef", groups: [DESK] };
const imane: Someone = { sub: "sub-imane", name: "Imane", groups: [DESK, "partner-vdab"] };
const PATH = "/registratie/nieuw";

let issuer: TestIssuer;
let fixture: TestTable;
let site: SignInSite;
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

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const unescape = (text: string): string =>
  text.replaceAll(/&(#39|\w+);/g, (_, name: string) => ENTITIES[name] ?? name);

/** The form on a page as a browser without JavaScript would send it. */
function formOf({ body }: HttpResponse): { action: string; sent: string } {
  const [, action = "", inner = ""] =
    /<form [^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/s.exec(body) ?? [];
  const fields = [...inner.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  // HTML reads CRLF as LF, and a form that is sent writes LF as CRLF.
  const pairs = fields.map(([, name = "", value = ""]) => [
    unescape(name),
    unescape(value).replaceAll(/\r?\n/g, "\r\n"),
  ]);
  return { action: unescape(action), sent: new URLSearchParams(pairs).toString() };
}

const keep = (browser: Browser, bewaard: string, naar = PATH) =>
  browser.post("/aanmelden", new URLSearchParams({ naar, bewaard }).toString());

/** Sends a form while signed out, signs in, and follows to the page that gives it back. */
async function throughSignIn(browser: Browser, form: string, who = noor): Promise<HttpResponse> {
  const back = await browser.get(issuer.approve(goesTo(await keep(browser, form)), who));
  return browser.get(goesTo(back));
}

const encoded = (pairs: readonly (readonly [name: string, value: string])[]): string =>
  new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();

type Pair = readonly [name: string, value: string];
const FORMS: Readonly<Record<string, readonly Pair[]>> = {
  "plain words": Object.entries({ naam: "An Peeters", vraag: "Mijn gsm is vol" }),
  "line breaks": Object.entries({ vraag: "een\r\ntwee\r\n\r\nvier " }),
  "emoji and right to left": Object.entries({ naam: "محمد 👩🏽‍💻", vraag: "Ik ❤ itsme 🇧🇪" }),
  "quotes and markup": Object.entries({ naam: `d'Hondt "<b>&amp;</b>"`, "a&b": "=&=;+%" }),
  "repeated fields": ["a", "b", "a"].map((value) => ["thema", value]),
  "empty fields and spaces": Object.entries({ tot: "", naam: "  An  " }),
  "its key": Object.entries({ _sleutel: "key_01J", naam: "An" }),
};

describe("a form that was sent when the session had ended", () => {
  it.each(Object.entries(FORMS))("comes back byte for byte: %s", async (_, pairs) => {
    const page = await throughSignIn(site.browse(), encoded(pairs));
    expect(page.status).toBe(200);
    expect(page.body).toContain(signInTexts.resume.title);
    expect(formOf(page)).toEqual({ action: PATH, sent: encoded(pairs) });
  });

  it.each([
    ["100,000 letters", "e".repeat(100_000)],
    ["60,000 letters with spaces and accents", "Dag mevrouw, hoe gaat het? Café é ".repeat(1700)],
    ["6,000 emoji", "👋🏽".repeat(3000)],
  ])("comes back byte for byte: %s", async (_, text) => {
    const form = encoded([
      ["vraag", text],
      ["thema", "itsme"],
    ]);
    expect(formOf(await throughSignIn(site.browse(), form)).sent).toBe(form);
  });

  it("goes to the issuer by a page of our own, for browsers that hold redirects against the form", async () => {
    const answer = await keep(site.browse(), "naam=An");
    expect([answer.status, answer.headers["location"]]).toEqual([200, undefined]);
    expect(goesTo(answer)).toMatch(/^http:\/\/localhost:\d+\/authorize\?/);
    expect(unescape(answer.body)).toContain(`href="${goesTo(answer)}"`);
  });

  it("may wait half an hour for the sign-in, and no longer", async () => {
    const [early, late] = [site.browse(), site.browse()];
    const [earlyBack, lateBack] = await Promise.all(
      [early, late].map(async (one) => issuer.approve(goesTo(await keep(one, "naam=An")), noor)),
    );
    pass(29);
    expect((await early.get(goesTo(await early.get(earlyBack!)))).status).toBe(200);
    pass(1);
    expect((await late.get(lateBack!)).status).toBe(400);
  });

  it("is there for a page that is loaded again, and gone five minutes after it was shown", async () => {
    const browser = site.browse();
    const back = await browser.get(issuer.approve(goesTo(await keep(browser, "naam=An")), noor));
    const address = goesTo(back);
    expect((await browser.get(address)).body).toBe((await browser.get(address)).body);
    pass(5);
    const gone = await browser.get(address);
    expect([gone.status, gone.body.includes(signInTexts.draftGone.title)]).toEqual([404, true]);
  });

  it("survives a sign-in that failed", async () => {
    const browser = site.browse();
    const state = new URL(goesTo(await keep(browser, "naam=An"))).searchParams.get("state") ?? "";
    const no = new URLSearchParams({ error: "access_denied", state, iss: issuer.url });
    const problem = await browser.get(`/aanmelden/terug?${no.toString()}`);
    const [, again = ""] = /href="(\/aanmelden\?bewaard=[^"]+)"/.exec(problem.body) ?? [];
    const back = await browser.get(issuer.approve(goesTo(await browser.get(again)), noor));
    expect(formOf(await browser.get(goesTo(back))).sent).toBe("naam=An");
  });

  it("of two tabs comes back in both", async () => {
    const browser = site.browse();
    const [one, two] = [await keep(browser, "naam=An"), await keep(browser, "naam=Bo")];
    const backTwo = await browser.get(issuer.approve(goesTo(two), noor));
    const backOne = await browser.get(issuer.approve(goesTo(one), noor));
    expect(formOf(await browser.get(goesTo(backOne))).sent).toBe("naam=An");
    expect(formOf(await browser.get(goesTo(backTwo))).sent).toBe("naam=Bo");
  });
});

describe("what somebody wrote", () => {
  it("is not shown to who signs in after them at the same desk", async () => {
    const browser = site.browse();
    await site.signIn(browser, noor);
    pass(25);
    const shown = await throughSignIn(browser, "naam=An", jef);
    expect(shown.body).toContain(signInTexts.draftGone.title);
    expect(shown.body).not.toContain("naam");
    expect(await site.countOf("draft")).toBe(0);
  });

  it("comes back to who wrote it, after the session ended by itself", async () => {
    const browser = site.browse();
    await site.signIn(browser, noor);
    pass(25);
    expect((await site.identify(browser)).actor.kind).toBe("visitor");
    expect(formOf(await throughSignIn(browser, "naam=An")).sent).toBe("naam=An");
  });

  it("is not shown in another browser, nor to who is not signed in", async () => {
    const browser = site.browse();
    const back = await browser.get(issuer.approve(goesTo(await keep(browser, "naam=An")), noor));
    const address = goesTo(back);
    const other = site.browse();
    await site.signIn(other, noor);
    expect((await other.get(address)).status).toBe(404);
    const visitor = await site.browse().get(address);
    expect([visitor.status, visitor.body]).toEqual([303, ""]);
    expect(goesTo(visitor)).toMatch(/^\/aanmelden\?bewaard=/);
  });

  it("waits while somebody with two places chooses one, and says which one that is", async () => {
    const browser = site.browse();
    const asked = await browser.get(issuer.approve(goesTo(await keep(browser, "naam=An")), imane));
    expect(goesTo(asked)).toMatch(/^\/werkplek\?bewaard=/);
    const { sent } = formOf(await browser.get(goesTo(asked)));
    const chosen = await browser.post("/werkplek", `${sent}&groep=partner-vdab`);
    const page = await browser.get(goesTo(chosen));
    expect(formOf(page).sent).toBe("naam=An");
    expect(page.body).toContain("Medewerker van VDAB");
  });

  it.each([
    ["to another site", "https://evil.example/x"],
    ["to another site without a scheme", "//evil.example"],
    ["to the way out", "/afmelden"],
    ["nowhere", ""],
  ])("never goes %s", async (_, naar) => {
    expect((await keep(site.browse(), "naam=An", naar)).status).toBe(400);
    expect(await fixture.rows()).toEqual([]);
  });

  it("stands in no address and in no event", async () => {
    const browser = site.browse();
    const answers = [await keep(browser, "naam=Peeters")];
    answers.push(await browser.get(issuer.approve(goesTo(answers[0]!), noor)));
    for (const answer of answers) expect(goesTo(answer)).not.toContain("Peeters");
    const others = (await fixture.rows()).filter(({ type }) => type !== "draft");
    expect(JSON.stringify(others)).not.toContain("Peeters");
  });
});
