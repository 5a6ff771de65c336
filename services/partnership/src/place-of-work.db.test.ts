import { SESSION_COOKIE } from "@digihulp/access/session";
import { regionById } from "@digihulp/region";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signInTexts } from "./locale/sign-in.ts";
import { partnershipTable } from "./store/partnership-table.ts";
import type { Browser } from "./testing/browser.ts";
import { testIssuer } from "./testing/issuer.ts";
import type { Someone, TestIssuer } from "./testing/issuer.ts";
import { goesTo, signInSite } from "./testing/sign-in-site.ts";
import type { SignInSite } from "./testing/sign-in-site.ts";

const region = regionById("leie-schelde");
const start = Date.parse("2026-11-23T09:00:00Z");
const now = () => Date.now();
const DESK = "desk-deinze-bibliotheek";
const VDAB = "partner-vdab";
const imane: Someone = { sub: "sub-imane", name: "Imane", groups: [VDAB, DESK] };
const noor: Someone = { sub: "sub-noor", name: "Noor", groups: [DESK] };

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

const choose = (browser: Browser, groep: string, naar = "/") =>
  browser.post("/werkplek", new URLSearchParams({ naar, groep }).toString());
async function roleOf(browser: Browser): Promise<string> {
  const { actor } = await site.identify(browser);
  return actor.kind === "member" ? actor.membership.role : actor.kind;
}

describe("somebody with two places of work", () => {
  it("is nobody until one is chosen, and is asked with the words of the region", async () => {
    const browser = site.browse();
    const back = await site.signIn(browser, imane, "/registratie/nieuw");
    expect(goesTo(back)).toBe("/werkplek?naar=%2Fregistratie%2Fnieuw");
    expect(await roleOf(browser)).toBe("visitor");
    const page = await browser.get(goesTo(back));
    expect(page.body).toContain("Balie van ");
    expect(page.body).toContain("Medewerker van VDAB");
  });

  it("goes on to where they were going, in the place that was chosen", async () => {
    const browser = site.browse();
    await site.signIn(browser, imane);
    expect(goesTo(await choose(browser, DESK, "/registratie/nieuw"))).toBe("/registratie/nieuw");
    expect(await roleOf(browser)).toBe("desk-worker");
  });

  it("who starts without a goal starts where that place's work starts", async () => {
    const browser = site.browse();
    await site.signIn(browser, imane);
    expect(goesTo(await choose(browser, VDAB))).toBe("/registratie/toegeleid");
    expect(goesTo(await choose(browser, DESK, "/werkplek"))).toBe("/registratie");
  });

  it("carries the organisation along as a partner and not at the desk", async () => {
    const browser = site.browse();
    await site.signIn(browser, imane);
    await choose(browser, VDAB);
    expect(browser.cookies[SESSION_COOKIE]).toMatch(/\.vdab$/);
    await choose(browser, DESK);
    expect(browser.cookies[SESSION_COOKIE]).not.toContain(".");
  });

  it("changes place without signing in again; the same secret, the same end of the day", async () => {
    const browser = site.browse();
    await site.signIn(browser, imane);
    await choose(browser, VDAB);
    const [before] = (await fixture.rows()).filter(({ type }) => type === "session");
    await choose(browser, DESK);
    const [after] = (await fixture.rows()).filter(({ type }) => type === "session");
    expect(after).toMatchObject({
      pk: before!["pk"],
      expiresAt: before!["expiresAt"],
      group: DESK,
    });
    expect(await roleOf(browser)).toBe("desk-worker");
  });

  it("is told in ids, once however often the same is pressed", async () => {
    const browser = site.browse();
    await site.signIn(browser, imane);
    await Promise.all([choose(browser, VDAB), choose(browser, VDAB), choose(browser, VDAB)]);
    const told = (await fixture.rows()).filter(({ name }) => name === "place-of-work-chosen");
    expect(told).toMatchObject([{ subject: "sub-imane", actor: { onBehalfOf: "vdab" } }]);
  });

  it("is not asked again when signing in again, and can still change", async () => {
    const browser = site.browse();
    await site.signIn(browser, imane);
    await choose(browser, VDAB);
    expect(goesTo(await site.signIn(browser, imane, "/registratie/toegeleid"))).toBe(
      "/registratie/toegeleid",
    );
    expect(await roleOf(browser)).toBe("partner");
    expect((await browser.get("/werkplek")).body).toContain(signInTexts.place.now);
  });

  it("is asked when somebody else used this browser before", async () => {
    const browser = site.browse();
    await site.signIn(browser, noor);
    expect(goesTo(await site.signIn(browser, imane))).toMatch(/^\/werkplek/);
  });

  it("who wandered off before choosing is asked again, without another sign-in", async () => {
    const browser = site.browse();
    await site.signIn(browser, imane);
    expect(goesTo(await browser.get("/aanmelden?naar=/registratie"))).toBe(
      "/werkplek?naar=%2Fregistratie",
    );
  });
});

describe("a place that is not yours", () => {
  it.each([
    ["of somebody else", "admin-deinze"],
    ["of nowhere", "desk-nergens"],
    ["without a name", ""],
  ])("%s cannot be taken", async (_, group) => {
    const browser = site.browse();
    await site.signIn(browser, imane);
    const answer = await choose(browser, group);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(signInTexts.place.refused["place-unknown"].title);
    expect(await roleOf(browser)).toBe("visitor");
  });

  it("cannot be taken by who is not signed in", async () => {
    const answer = await choose(site.browse(), DESK);
    expect([answer.status, goesTo(answer)]).toEqual([303, "/aanmelden?naar=%2F"]);
    expect(goesTo(await site.browse().get("/werkplek"))).toBe("/aanmelden?naar=%2Fwerkplek");
  });

  it("cannot be taken by a session that was left alone", async () => {
    const browser = site.browse();
    await site.signIn(browser, imane);
    vi.setSystemTime(start + 21 * 60_000);
    expect(goesTo(await choose(browser, DESK))).toMatch(/^\/aanmelden/);
  });
});
