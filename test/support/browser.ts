import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

const PICTURES = join(import.meta.dirname, "..", "pictures");
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** The program and the screen somebody looks with. */
export type Screen = {
  readonly width: number;
  readonly height?: number;
  readonly scripts: boolean;
  readonly forcedColors?: "active" | "none";
};

export type Visit = {
  readonly page: Page;
  /** What the browser refused because of the Content-Security-Policy. */
  readonly refusals: string[];
};

/** A page in a browser profile of its own, without cookies or cache. */
export async function openVisit(browser: Browser, screen: Screen): Promise<Visit> {
  const { width, height = 900, scripts, forcedColors = "none" } = screen;
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: scripts,
    forcedColors,
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
  });
  const page = await context.newPage();
  const refusals: string[] = [];
  page.on("console", (message) => {
    if (/Content[- ]Security[- ]Policy/i.test(message.text())) refusals.push(message.text());
  });
  return { page, refusals };
}

/** Ends a visit and its profile. */
export const closeVisit = ({ page }: Visit): Promise<void> => page.context().close();

declare global {
  interface Window {
    axe: { run(options: RunOptions): Promise<AxeResults> };
  }
}

async function audit(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    (values) => window.axe.run({ runOnly: { type: "tag", values } }),
    [...STANDARD, "best-practice"],
  );
  // A page that lost its styles or its body would pass by having nothing to check.
  expect(passes.length).toBeGreaterThan(15);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`),
  );
}

/** The same document, as it stands now, in a profile where a checker can run. */
async function copyOf(page: Page, auditor: BrowserContext): Promise<Page> {
  const copy = await auditor.newPage();
  const size = page.viewportSize();
  if (size) await copy.setViewportSize(size);
  const body = await page.content();
  await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html", body }));
  await copy.goto(page.url(), { waitUntil: "load" });
  return copy;
}

/** One profile for all checks of a browser, so that it fetches the styles once; ends with its browser. */
const auditors = new WeakMap<Browser, Promise<BrowserContext>>();

function auditorOf(page: Page): Promise<BrowserContext> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the browser is gone");
  const auditor = auditors.get(browser) ?? browser.newContext();
  auditors.set(browser, auditor);
  return auditor;
}

async function auditCopy(page: Page): Promise<string[]> {
  const copy = await copyOf(page, await auditorOf(page));
  try {
    return await audit(copy);
  } finally {
    await copy.close();
  }
}

const hasScripts = (page: Page): Promise<boolean> =>
  page.evaluate(() => matchMedia("(scripting: enabled)").matches);

/**
 * Nothing that axe finds against WCAG 2.2 A and AA, or against good practice. A page without scripts is
 * checked as a copy, because the checker waits on timers, which such a page never runs.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const found = (await hasScripts(page)) ? await audit(page) : await auditCopy(page);
  expect(found, found.join("\n")).toEqual([]);
}

/** Nothing sticks out: a reader never scrolls in two directions. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { beyond, culprits } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sticksOut = ({ left, right }: DOMRect) => right > clientWidth + 1 || left < -1;
    return {
      beyond: scrollWidth - clientWidth,
      culprits:
        scrollWidth > clientWidth
          ? [...document.querySelectorAll("body *")]
              .filter((element) => sticksOut(element.getBoundingClientRect()))
              .map((element) => `${element.tagName} ${element.getAttribute("class") ?? ""}`)
          : [],
    };
  });
  expect({ beyond, culprits: culprits.slice(0, 5) }).toEqual({ beyond: 0, culprits: [] });
}

/** Keeps a picture of the whole page in test/pictures, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** What a click saved: the name the browser gave it, and its text. */
export async function downloaded(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  const text = await readFile(await download.path(), "utf8");
  return { name: download.suggestedFilename(), text };
}
