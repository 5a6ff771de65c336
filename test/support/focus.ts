import type { Page } from "playwright-core";

export type Stop = {
  /** Its place among everything that can take the focus, in the order of the document. */
  readonly at: number;
  readonly what: string;
  /** Whether it is on the screen and an outline shows that it has the focus. */
  readonly isSeen: boolean;
};

const FOCUSABLE = "a[href], button, input, select, summary";
const MOST = 400;

/** Where the Tab key leads, stop by stop, until it leaves the page; and what should be reached. */
export async function focusStops(page: Page): Promise<{ reached: Stop[]; focusable: number[] }> {
  const focusable = await page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .map((element, at) => ({ at, isShown: element.checkVisibility() }))
        .filter(({ isShown }) => isShown)
        .map(({ at }) => at),
    FOCUSABLE,
  );
  const reached: Stop[] = [];
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((selector) => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const style = getComputedStyle(focused);
      const box = focused.getBoundingClientRect();
      const hasOutline =
        style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
      const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.width > 1;
      return {
        at: [...document.querySelectorAll(selector)].indexOf(focused),
        what: `${focused.tagName} ${focused.textContent}`.slice(0, 60),
        isSeen: hasOutline && isOnScreen,
      };
    }, FOCUSABLE);
    if (!stop) break;
    // The parts of a date are stops of their own inside one field.
    if (stop.at !== reached.at(-1)?.at) reached.push(stop);
  }
  return { reached, focusable };
}
