import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { closeVisit, expectAccessible, expectNoSidewaysScroll } from "../support/browser.ts";
import { downloaded, openVisit, picture, type Visit } from "../support/browser.ts";
import { startSite, type Site } from "../support/site.ts";

/** A Friday: the Digiclub in de Reinaert is open. */
const TODAY = "2026-11-27";
const REINAERT = "Lokaal Dienstencentrum de Reinaert, Destelbergen";
/** The months from June to November 2023, and then some: more clicks than this go nowhere. */
const MOST_STEPS = 12;

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await startSite({ assembly: inject("assembly"), today: TODAY });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const SCREENS = [
  { name: "with a phone, without scripts", label: "phone", width: 360, scripts: false },
  { name: "with a computer, with scripts", label: "computer", width: 1280, scripts: true },
];

const words = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
const textOf = async (locator: Locator): Promise<string> => words(await locator.innerText());
const heading = (page: Page): Promise<string> => textOf(page.getByRole("heading", { level: 1 }));

type Shown = { date: string; text: string };
/** Every moment on the page, with the day that it stands under. */
async function moments(page: Page): Promise<Shown[]> {
  const shown = await page.locator(".day").evaluateAll((days) =>
    days.flatMap((day) => {
      const date = day.querySelector("time")?.getAttribute("datetime") ?? "";
      return [...day.querySelectorAll(".moment")].map((moment) => ({
        date,
        text: moment.textContent ?? "",
      }));
    }),
  );
  return shown.map(({ date, text }) => ({ date, text: words(text) }));
}

const inLibrary = (shown: readonly Shown[]): Shown[] =>
  shown.filter(({ text }) => text.includes("Bibliotheek Destelbergen"));

describe.each(SCREENS)("a visitor $name", ({ label, width, scripts }) => {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await openVisit(browser, { width, scripts });
    page = visit.page;
  });
  afterAll(async () => {
    await closeVisit(visit);
  });

  /** What must hold wherever the visitor stands. */
  async function standsWell(name: string): Promise<void> {
    await picture(page, `${label}-${name}`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  const follow = (name: string | RegExp): Promise<void> =>
    page.getByRole("link", { name }).first().click();
  const go = (path: string) => page.goto(site.stack.origin + path);
  const openMore = (): Promise<void> => page.getByText("Meer kiezen").click();

  it("is welcomed, and finds nine doors", async () => {
    await go("/");
    expect(await heading(page)).toBe("We helpen je graag.");
    expect(await page.locator(".doors a").count()).toBe(9);
    await standsWell("start");
  });

  it("sees on the start page when the next moments are", async () => {
    const soon = page.locator("section", { hasText: "Binnenkort" }).last();
    expect(await textOf(soon)).toContain("vrijdag 4 december");
    expect(await textOf(soon)).toContain(REINAERT);
  });

  it("goes through the door of Destelbergen into its agenda", async () => {
    await follow("Destelbergen");
    expect(new URL(page.url()).pathname).toBe("/agenda");
    expect(await page.title()).toBe("Agenda van Destelbergen - Digistroom");
    expect(await page.getByLabel("Gemeente of postcode").inputValue()).toBe("Destelbergen");
    await standsWell("agenda");
  });

  it("finds today's Friday in de Reinaert first", async () => {
    const [first] = await moments(page);
    expect(first?.date).toBe(TODAY);
    for (const part of ["14 tot 16 uur", REINAERT, "in de cafetaria", "Elke vrijdag"])
      expect(first?.text).toContain(part);
    expect(await textOf(page.locator(".day").first().locator("time"))).toMatch(
      /27.*vrijdag.*november|vrijdag.*27.*november/,
    );
  });

  it("hears of the club whose hours nobody knows", async () => {
    const notice = page.locator(".notice", { hasText: "Uren volgen" });
    expect(await textOf(notice)).toContain("Bibliotheek Destelbergen");
    expect(await textOf(notice)).not.toContain("Reinaert");
  });

  it("reads what it is, where, when and what it costs, and finds the way back", async () => {
    await page.locator(".moment a").nth(1).click();
    expect(await heading(page)).toBe("Digiclub");
    const main = await textOf(page.locator("main"));
    for (const part of [
      "vrijdag 4 december",
      "van 14 tot 16 uur",
      REINAERT,
      "in de cafetaria",
      "Elke vrijdag",
      "Nee. Kom binnen wanneer je wil.",
      "Nee. Alles is gratis.",
      "vrijdag 11 december",
    ])
      expect(main).toContain(part);
    await standsWell("moment");
    await follow("Terug naar de agenda");
    expect(await page.title()).toBe("Agenda van Destelbergen - Digistroom");
  });

  it("jumps to 2023 and walks back to its first month, where everything is over", async () => {
    await follow("2023");
    const seen = await moments(page);
    const earlier = page.getByRole("link", { name: "Vroegere momenten" });
    for (let step = 0; step < MOST_STEPS && (await earlier.count()) > 0; step += 1) {
      await earlier.click();
      seen.push(...(await moments(page)));
    }
    expect(await earlier.count()).toBe(0);
    expect(seen.map(({ date }) => date).toSorted()[0]).toBe("2023-06-02");
    expect(seen.filter(({ text }) => !text.includes("Voorbij"))).toEqual([]);
    const library = inLibrary(seen).map(({ date }) => date);
    expect(library.toSorted()).toEqual(["2023-06-27", "2023-08-29", "2023-09-26", "2023-10-31"]);
    await standsWell("first-moments");
  });

  it("asks for days in the fields, and finds the flyer's dates without one in July", async () => {
    await go("/agenda?gemeente=destelbergen");
    await openMore();
    await page.getByLabel("Vanaf").fill("2023-06-01");
    await page.getByLabel("Tot en met").fill("2023-08-31");
    await page.getByRole("button", { name: "Toon" }).click();
    const summer = await moments(page);
    expect(inLibrary(summer).map(({ date }) => date)).toEqual(["2023-06-27", "2023-08-29"]);
    expect(summer.filter(({ date }) => date.startsWith("2023-07"))).toHaveLength(4);
    await standsWell("summer-2023");
    await follow("Latere momenten");
    const autumn = inLibrary(await moments(page));
    expect(autumn.map(({ date }) => date)).toEqual(["2023-09-26", "2023-10-31"]);
    expect(autumn.every(({ text }) => text.includes("16.30 tot 18.30 uur"))).toBe(true);
    expect(autumn.every(({ text }) => text.includes("Voorbij"))).toBe(true);
  });

  it("reads what the workshop of September asked to bring, and that it is over", async () => {
    await follow(/Workshop: Itsme, Mijn Burgerprofiel, eBox/);
    const main = await textOf(page.locator("main"));
    for (const part of [
      "Dit moment is voorbij",
      "dinsdag 26 september 2023",
      "van 16.30 tot 18.30 uur",
      "EID-code (code van de identiteitskaart)",
      "en/of bankkaartlezer en bankkaart",
    ])
      expect(main).toContain(part);
    expect(main).not.toContain("Zet in mijn agenda");
    await standsWell("workshop");
  });

  it("gets an honest answer where no hours are known", async () => {
    await go("/agenda");
    await page.getByLabel("Gemeente of postcode").fill("9090");
    await page.getByRole("button", { name: "Toon" }).click();
    expect(await page.title()).toContain("Agenda van Melle");
    const main = await textOf(page.locator("main"));
    expect(main).toContain("Uren volgen");
    expect(main).toContain("Bibliotheek Melle");
    expect(await moments(page)).toEqual([]);
    await standsWell("melle");
  });

  it("takes the choice away again", async () => {
    await follow(/Melle/);
    expect(await page.title()).toBe("Agenda - Digistroom");
    expect((await moments(page)).length).toBeGreaterThan(0);
  });

  it("hears that a place is unknown, beside what was typed", async () => {
    await page.getByLabel("Gemeente of postcode").fill("Lochristi");
    const [answer] = await Promise.all([
      page.waitForResponse(/\/agenda\?/),
      page.getByRole("button", { name: "Toon" }).click(),
    ]);
    expect(answer.status()).toBe(422);
    expect(await page.title()).toMatch(/^Fout: /);
    const field = page.getByLabel("Gemeente of postcode");
    expect(await field.inputValue()).toBe("Lochristi");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    const link = page.locator(".errors a");
    expect(await textOf(link)).toContain("We kennen deze plaats niet.");
    expect(await textOf(page.locator(".field-error"))).toContain(await textOf(link));
    await standsWell("unknown-place");
    await link.click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe(
      "gemeente",
    );
  });

  it("saves the calendar that the agenda offers", async () => {
    await go("/agenda?gemeente=destelbergen");
    const { name, text } = await downloaded(page, () => follow("Zet in mijn agenda"));
    expect(name).toMatch(/\.ics$/);
    expect(text.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
    expect(text).toContain("DTSTART;TZID=Europe/Brussels:20261127T140000");
    expect(text).not.toContain("Melle");
  });

  it.each([
    ["/digiclubs", /Digiclub/, "MIA, sociale kruidenier"],
    ["/toegankelijkheid", /[Tt]oegankelijk/, "WCAG"],
    ["/privacy", /Privacy|gegevens/i, "naam"],
    ["/wie-mag-wat", /Wie mag wat/, "Wat hier niet staat, mag niemand."],
  ])("reads %s", async (path, title, part) => {
    const answer = await go(path);
    expect(answer?.status()).toBe(200);
    expect(await heading(page)).toMatch(title);
    expect(await textOf(page.locator("main"))).toContain(part);
    await standsWell(path.slice(1));
  });

  it("is told that a page does not exist, and how to go on", async () => {
    const answer = await go("/bestaat-niet");
    expect(answer?.status()).toBe(404);
    expect(await heading(page)).toBe("We vinden deze bladzijde niet");
    await standsWell("not-found");
    await follow("Naar de startbladzijde");
    expect(await heading(page)).toBe("We helpen je graag.");
  });

  it("never met anything that the site's own security policy refused", () => {
    expect(visit.refusals).toEqual([]);
  });
});
