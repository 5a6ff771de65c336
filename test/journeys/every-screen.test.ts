import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { closeVisit, expectAccessible, expectNoSidewaysScroll } from "../support/browser.ts";
import { openVisit, picture, type Screen } from "../support/browser.ts";
import { launchChromium } from "../support/chromium.ts";
import { focusStops } from "../support/focus.ts";
import { startSite, type Site } from "../support/site.ts";
import { weigh } from "../support/weight.ts";

const KB = 1000;
const PAGES = {
  start: "/",
  agenda: "/agenda?gemeente=destelbergen",
  chosen: "/agenda?club=destelbergen-reinaert&thema=itsme&van=2026-11-27&tot=2026-12-31",
  error: "/agenda?gemeente=Lochristi&van=gisteren",
  moment: "/agenda/moment/occ_destelbergen-reinaert-vrijdag.2026-12-04",
  workshop: "/agenda/moment/occ_destelbergen-bibliotheek-workshop-2023.2023-09-26",
  clubs: "/digiclubs",
  rights: "/wie-mag-wat",
  accessibility: "/toegankelijkheid",
  privacy: "/privacy",
  missing: "/bestaat-niet",
} as const;
type PageName = keyof typeof PAGES;
const NAMES = Object.keys(PAGES).filter((name): name is PageName => name in PAGES);
/** Those that hold every part there is; the checker takes half a second a page. */
const LOOKED_AT = new Set<PageName>(["start", "chosen", "error", "workshop"]);

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await startSite({ assembly: inject("assembly"), today: "2026-11-27" });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function look(screen: Screen, work: (page: Page) => Promise<void>): Promise<void> {
  const visit = await openVisit(browser, screen);
  try {
    await work(visit.page);
    expect(visit.refusals).toEqual([]);
  } finally {
    await closeVisit(visit);
  }
}
const go = (page: Page, name: PageName) => page.goto(site.stack.origin + PAGES[name]);

async function onEvery(page: Page, check: (name: PageName) => Promise<void>): Promise<void> {
  for (const name of NAMES) {
    await go(page, name);
    await check(name);
  }
}

describe("on every screen", () => {
  it.each([
    ["the narrowest phone, or 400 % zoom", 320],
    ["200 % zoom on a computer", 640],
    ["a tablet", 820],
  ])("nothing sticks out on %s", async (_name, width) => {
    await look({ width, scripts: false }, (page) =>
      onEvery(page, async (name) => {
        await expectNoSidewaysScroll(page);
        if (name === "agenda") await picture(page, `agenda-${width}`);
      }),
    );
  });

  it("nothing sticks out for somebody who reads letters twice as large", async () => {
    await look({ width: 360, scripts: false }, async (page) => {
      const session: CDPSession = await page.context().newCDPSession(page);
      await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
      await onEvery(page, () => expectNoSidewaysScroll(page));
      const size = await page.evaluate(() => getComputedStyle(document.body).fontSize);
      expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(36);
    });
  });

  it("mirrors for languages that are written from right to left", async () => {
    await look({ width: 360, scripts: false }, (page) =>
      onEvery(page, async (name) => {
        await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
        await expectNoSidewaysScroll(page);
        const box = await page.locator(".brand").boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(300);
        if (name === "agenda" || name === "start") await picture(page, `${name}-rtl`);
      }),
    );
  });

  it("keeps its words and edges in the reader's own colours", async () => {
    await look({ width: 360, scripts: true, forcedColors: "active" }, (page) =>
      onEvery(page, async (name) => {
        if (LOOKED_AT.has(name)) await expectAccessible(page);
        if (name === "error" || name === "start") await picture(page, `${name}-forced-colours`);
        const edgeless = await page.evaluate(() =>
          [...document.querySelectorAll("input, select, .button, .chip")]
            .filter((element) => getComputedStyle(element).borderTopStyle === "none")
            .map(({ tagName, className }) => `${tagName} ${className}`),
        );
        expect(edgeless).toEqual([]);
      }),
    );
  });

  it.each(["none", "active"] as const)(
    "hides no words of welcome, forced colours %s",
    async (colours) => {
      for (const width of [320, 360, 820, 1280])
        await look({ width, scripts: false, forcedColors: colours }, async (page) => {
          await go(page, "start");
          const lead = await page.locator(".hero .lead").boundingBox();
          const ways = await page.locator(".ways").boundingBox();
          expect((lead?.y ?? 0) + (lead?.height ?? 0)).toBeLessThanOrEqual(ways?.y ?? 0);
        });
    },
  );

  it("moves nothing for somebody who asked for less motion", async () => {
    await look({ width: 1280, scripts: true }, async (page) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await onEvery(page, async () => {
        const moving = await page.evaluate(() =>
          [...document.querySelectorAll("*")]
            .map((element) => getComputedStyle(element))
            .filter(
              ({ animationName, transitionDuration }) =>
                animationName !== "none" || Number.parseFloat(transitionDuration) > 0.01,
            ),
        );
        expect(moving).toEqual([]);
      });
    });
  });

  it("prints a month of the agenda on two pages at most", async () => {
    await look({ width: 1280, scripts: true }, async (page) => {
      await page.goto(`${site.stack.origin}/agenda?van=2026-12-01&tot=2026-12-31`);
      const pdf = await page.pdf({ format: "A4" });
      const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(sheets).toBeGreaterThanOrEqual(1);
      expect(sheets).toBeLessThanOrEqual(2);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 794, height: 1123 });
      expect(await page.locator(".day").first().isVisible()).toBe(true);
      expect(await page.locator("form.search").isVisible()).toBe(false);
      await picture(page, "agenda-print");
    });
  });

  it("would notice a page that is not accessible, with and without scripts", async () => {
    for (const scripts of [true, false])
      await look({ width: 360, scripts }, async (page) => {
        await go(page, "privacy");
        await page.evaluate(() => {
          const nameless = document.createElement("a");
          nameless.setAttribute("href", "/agenda");
          document.querySelector("main")?.append(nameless);
        });
        await expect(expectAccessible(page)).rejects.toThrow(/link-name/);
      });
  });
});

describe("by keyboard alone", () => {
  it.each([
    ["start", 360],
    ["agenda", 1280],
    ["moment", 360],
  ] as const)("%s at %d shows where the focus is, in reading order", async (name, width) => {
    await look({ width, scripts: false }, async (page) => {
      await go(page, name);
      const { reached, focusable } = await focusStops(page);
      expect(reached.map(({ at }) => at)).toEqual(focusable);
      expect(reached.filter(({ isSeen }) => !isSeen).map(({ what }) => what)).toEqual([]);
    });
  });

  it("starts at what went wrong, and comes from there to the field", async () => {
    await look({ width: 360, scripts: false }, async (page) => {
      await go(page, "error");
      const { reached, focusable } = await focusStops(page);
      expect(reached[0]?.what).toContain("We kennen deze plaats niet.");
      expect(reached.map(({ at }) => at)).toEqual(focusable.slice(-reached.length));
      expect(reached.filter(({ isSeen }) => !isSeen).map(({ what }) => what)).toEqual([]);
    });
  });

  it("skips to the content, searches a place and reads a moment", async () => {
    await look({ width: 1280, scripts: false }, async (page) => {
      await go(page, "start");
      await page.keyboard.press("Tab");
      const skip = page.getByRole("link", { name: "Ga naar de inhoud" });
      expect((await skip.boundingBox())?.height).toBeGreaterThan(40);
      await picture(page, "skip-link");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(
        true,
      );

      await go(page, "agenda");
      await page.getByLabel("Gemeente of postcode").focus();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("9070");
      await page.keyboard.press("Enter");
      await page.waitForURL(/gemeente=9070/);
      expect(await page.title()).toBe("Agenda van Destelbergen - Digistroom");

      await page.getByLabel("Gemeente of postcode").focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await page.getByLabel("Vanaf").isVisible()).toBe(true);

      await page.locator(".moment a").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/moment/);
      await expectAccessible(page);
    });
  });
});

describe("over a slow connection", () => {
  it.each(["start", "agenda", "moment"] as const)("%s is a light first view", async (name) => {
    await look({ width: 360, scripts: true }, async (page) => {
      const { requests, bytes, scriptBytes } = await weigh(page, () => go(page, name));
      expect(requests).toBeLessThanOrEqual(3);
      expect(bytes).toBeGreaterThan(5 * KB);
      expect(bytes).toBeLessThanOrEqual(20 * KB);
      expect(scriptBytes).toBe(0);
    });
  });

  it.each(["start", "agenda", "moment", "clubs"] as const)(
    "%s is a light next page",
    async (name) => {
      await look({ width: 360, scripts: true }, async (page) => {
        await go(page, "privacy");
        const { requests, bytes } = await weigh(page, () => go(page, name));
        expect(requests).toBe(1);
        expect(bytes).toBeLessThanOrEqual(6 * KB);
      });
    },
  );
});
