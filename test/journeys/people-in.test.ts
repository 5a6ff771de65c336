import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { closeVisit, openVisit, type Visit } from "../support/browser.ts";
import { startSite, type Site } from "../support/site.ts";
import { givenAccess } from "../support/grants.ts";
import { about, desk, type Desk } from "./people-in.ts";

const TODAY = "2026-11-27";
const DURING = Date.parse(`${TODAY}T14:20:00+01:00`);

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await startSite({ assembly: inject("assembly"), today: TODAY });
  // The drop-in in de Reinaert is from 14 to 16 hours.
  await site.stack.clock.travelTo(DURING);
  await givenAccess(site, { by: "admin-destelbergen", to: "vdab", from: TODAY });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const SCREENS = [
  {
    name: "with a phone, without scripts",
    width: 360,
    scripts: false,
    client: { name: "Zoë O'Brien-Van den Bossche", phone: "0470 12 34 51" },
    referred: { name: "Ömer Yıldız", phone: "0470 12 34 52" },
    // What both screens together counted by then.
    visitors: 1,
  },
  {
    name: "with a computer, with scripts",
    width: 1280,
    scripts: true,
    client: { name: "Amélie Van 't Hof-Łukasiewicz", phone: "0470 12 34 53" },
    referred: { name: "Godelieve De Smet", phone: "0470 12 34 54" },
    visitors: 2,
  },
];

describe.each(SCREENS)("$name", ({ width, scripts, client, referred, visitors }) => {
  const visits: Visit[] = [];
  async function visit(): Promise<Desk> {
    const one = await openVisit(browser, { width, scripts });
    visits.push(one);
    return desk({ page: one.page, origin: site.stack.origin, width });
  }
  afterAll(async () => {
    for (const one of visits) await closeVisit(one);
  });

  let library: Desk;
  let page: Page;
  let person: string;
  let question: string;

  it("the social worker of Destelbergen signs in", async () => {
    library = await visit();
    ({ page } = library);
    await library.go("/registratie");
    await library.standsWell("sign-in");
    await library.choose("Maatschappelijk werker in Destelbergen");
    expect(await library.textOf("header")).toContain("Maatschappelijk werker in Destelbergen");
    await library.standsWell("social-worker-home");
  });

  it("registers somebody with a question, and presses twice", async () => {
    await library.follow("Nieuwe persoon");
    await library.standsWell("form");
    await library.press("Zet op de wachtlijst");
    expect(await library.textOf(".error-summary, [role=alert], main")).toContain("Naam");
    await library.standsWell("form-wrong");
    await library.go("/registratie/nieuw");
    await library.fillIn({ ...client, words: "De code van itsme komt niet aan." });
    await page.getByRole("button", { name: "Zet op de wachtlijst" }).dblclick();
    await page.waitForURL(/\/registratie\/persoon\/per_/);
    person = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    expect(await library.heading()).toBe(client.name);
    expect(await library.textOf("main")).toContain("Wacht");
    await library.standsWell("client");
  });

  it("goes back and sends the form again: it is still one person", async () => {
    await page.goBack();
    expect(await library.heading()).toBe("Nieuwe persoon");
    await library.fillIn({ ...client, words: "De code van itsme komt niet aan." });
    await library.press("Zet op de wachtlijst");
    expect(await library.textOf("main")).toContain(client.name);
    await library.standsWell("form-again");
    await library.go("/registratie/wachtlijst");
    expect(
      await page.locator("main").getByRole("link", { name: client.name, exact: true }).count(),
    ).toBe(1);
    await library.standsWell("waiting-list");
  });

  it("loses nothing typed when the session ends meanwhile", async () => {
    await library.go("/registratie/nieuw");
    await page.getByLabel("Naam", { exact: true }).fill("Half Ingevuld");
    await page.getByLabel("De vraag", { exact: true }).fill("Dit typte ik al.\nEn dit ook.");
    await page.context().clearCookies({ name: "__Host-gezien" });
    await library.press("Zet op de wachtlijst");
    expect(await library.heading()).toBe("Meld je opnieuw aan");
    await library.standsWell("session-ended");
    await library.press("Meld je aan");
    await library.choose("Maatschappelijk werker in Destelbergen");
    expect(await library.heading()).toBe("Je bent weer aangemeld");
    await library.standsWell("signed-in-again");
    await library.press("Ga verder");
    expect(await page.getByLabel("Naam", { exact: true }).inputValue()).toBe("Half Ingevuld");
    expect(await page.getByLabel("De vraag", { exact: true }).inputValue()).toBe(
      "Dit typte ik al.\nEn dit ook.",
    );
  });

  it("signs out, and is nobody any more", async () => {
    await library.press("Afmelden");
    await page.waitForURL(`${site.stack.origin}/`);
    await library.standsWell("signed-out");
    await library.go(`/registratie/persoon/${person}`);
    expect(new URL(page.url()).origin).toBe(site.stack.issuer);
  });

  it("the desk of the library sees who waits, and plans them in", async () => {
    await library.go("/registratie");
    await library.choose("Balie van Bibliotheek Destelbergen");
    await library.standsWell("desk");
    await library.follow(about("Plan in", client.name));
    expect(await library.heading()).toBe(`Plan ${client.name} in`);
    question = new URL(page.url()).searchParams.get("vraag") ?? "";
    expect(question).toMatch(/^qst_/);
    expect(await library.textOf("main")).toContain("Elders in Destelbergen");
    await library.standsWell("planning");
    await library.press(about("Plan in", "vandaag, 14 tot 16 uur"));
    await library.until("main", "Ingepland");
    await library.standsWell("planned");
  });

  it("checks the person in at de Reinaert, and counts a visitor with one tap", async () => {
    await library.follow("Vandaag");
    await library.standsWell("today-elsewhere");
    await library.follow("Lokaal Dienstencentrum de Reinaert");
    expect(new URL(page.url()).search).toBe("?waar=destelbergen-reinaert");
    await library.standsWell("today");
    await library.press(about("Is er", client.name));
    expect(await library.textOf("main")).toContain("14.2");
    await library.press(/^\+1 bezoeker/);
    expect(await library.textOf(".count-big")).toBe(String(visitors));
    await library.standsWell("today-checked-in");
  });

  it("reads a moment later that the person was helped", async () => {
    await library.go(`/registratie/persoon/${person}`);
    await library.until("main", "Geholpen");
    await library.standsWell("helped");
    expect(await library.textOf("main")).toContain("Kwam langs");
  });

  it("VDAB refers one person, and sees that one alone", async () => {
    const vdab = await visit();
    await vdab.go("/registratie/toeleiden");
    await vdab.choose("Medewerker van VDAB");
    await vdab.standsWell("refer");
    await vdab.fillIn({ ...referred, words: "Een mailadres maken.", isReferral: true });
    await vdab.press("Geef de vraag door");
    await vdab.until("main", "wachtlijst");
    await vdab.standsWell("referred");
    await vdab.go("/registratie/toegeleid");
    await vdab.until("main", referred.name);
    expect(await vdab.textOf("main")).toContain("Wacht");
    expect(await vdab.textOf("main")).not.toContain(client.name);
    await vdab.standsWell("referrals");
    for (const path of [`/registratie/persoon/${person}`, `/registratie/toegeleid/${question}`]) {
      await vdab.go(path);
      expect(await vdab.heading()).toBe("We vinden deze bladzijde niet");
    }
  });

  it("the administrator of Deinze and the coordinator get the same page that does not exist", async () => {
    const pages: string[] = [];
    for (const persona of ["Beheerder van Deinze", "Coördinator van Digistroom"]) {
      const outsider = await visit();
      await outsider.go("/registratie");
      await outsider.choose(persona);
      for (const path of [
        "/registratie",
        `/registratie/persoon/${person}`,
        `/registratie/toegeleid/${question}`,
        `/agenda/inplannen?persoon=${person}&vraag=${question}`,
        "/registratie/persoon/per_00000000000000000000000000",
      ]) {
        const answer = await outsider.go(path);
        expect(answer?.status(), `${persona}: ${path}`).toBe(404);
        pages.push(await outsider.page.content());
      }
      await outsider.standsWell("hidden");
    }
    expect(new Set(pages).size).toBe(1);
  });

  it("nothing was refused by the content policy", () => {
    expect(visits.flatMap(({ refusals }) => refusals)).toEqual([]);
  });
});
