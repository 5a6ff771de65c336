import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { weigh, type Weight } from "../support/weight.ts";
import { READS, someMoment, type ReadName } from "./pages.ts";
import { row, type Bench, type Row } from "./row.ts";

const KB = 1000;
const PAGES = ["start page", "agenda", "moment"] as const satisfies ReadName[];
const FIRST_VIEW = { kilobytes: 20, requests: 3, scriptKilobytes: 1 };
const NEXT_PAGE_KILOBYTES = 6;

async function onPhone<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

function firstViewRows(name: string, weight: Weight): Row[] {
  const { bytes, headerBytes, requests, scriptBytes } = weight;
  const atMost = (limit: number) => ({ of: "measured", atMost: limit }) as const;
  return [
    row({
      what: `first view, ${name}`,
      unit: "KB",
      measured: bytes / KB,
      budget: atMost(FIRST_VIEW.kilobytes),
      note: `and ${(headerBytes / KB).toFixed(2)} KB of headers as HTTP/1.1 writes them`,
    }),
    row({
      what: `first view, ${name}, requests`,
      unit: "",
      measured: requests,
      budget: atMost(FIRST_VIEW.requests),
    }),
    row({
      what: `first view, ${name}, JavaScript`,
      unit: "KB",
      measured: scriptBytes / KB,
      budget: atMost(FIRST_VIEW.scriptKilobytes),
    }),
  ];
}

const nextPageRow = (name: string, { bytes }: Weight): Row =>
  row({
    what: `next page, ${name}`,
    unit: "KB",
    measured: bytes / KB,
    budget: { of: "measured", atMost: NEXT_PAGE_KILOBYTES },
  });

/** What a phone fetches for its first page, and for the one after it; bodies as sent, in Chromium. */
export async function pageWeights(bench: Bench): Promise<readonly Row[]> {
  const moment = await someMoment(bench);
  const { origin } = bench.stack;
  const browser = await launchChromium();
  try {
    const rows: Row[] = [];
    for (const name of PAGES) {
      const address = origin + READS[name](0, moment);
      const first = await onPhone(browser, (page) => weigh(page, () => page.goto(address)));
      const next = await onPhone(browser, async (page) => {
        await page.goto(`${origin}/privacy`);
        return weigh(page, () => page.goto(address));
      });
      rows.push(...firstViewRows(name, first), nextPageRow(name, next));
    }
    return rows;
  } finally {
    await browser.close();
  }
}
