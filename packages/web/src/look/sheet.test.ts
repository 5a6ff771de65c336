import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { REGIONS } from "@digihulp/region";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("../../static/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");

const imported = [...read("site.css").matchAll(/@import "(.+)";/g)].map(([, name]) => name!);
const withoutComments = (css: string): string => css.replaceAll(/\/\*.*?\*\//gs, "");
const sheet = imported.map((name) => withoutComments(read(name))).join("\n");

/** Every `{ ... }` without another one inside. */
const blocks = [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, body]) => ({
  selector: selector!.trim(),
  body: body!,
}));
const naming = (pattern: RegExp): string[] =>
  blocks.filter(({ body }) => pattern.test(body)).map(({ selector }) => selector);

describe("one sheet for both directions", () => {
  it("names no left and no right", () => {
    expect(naming(/(^|[\s;-])(left|right)\b/)).toEqual([]);
  });

  it("has no shorthand whose sides differ", () => {
    const values = [...sheet.matchAll(/(?:margin|padding|border-radius|inset):([^;]+);/g)];
    const sides = values.map(([, value]) => value!.trim().split(/\s+(?![^(]*\))/));
    expect(sides.filter((each) => each.length === 4 && each[1] !== each[3])).toEqual([]);
  });
});

describe("old phones, iOS 12 to 14", () => {
  it("get no logical shorthand: those came with 14.5", () => {
    expect(naming(/(margin|padding|inset|border)-(inline|block)\s*:/)).toEqual([]);
    expect(naming(/inset-(inline|block)/)).toEqual([]);
  });

  it("get no gap in a flex box: it came with 14.5", () => {
    const grids = naming(/display: grid/);
    const gaps = naming(/(^|\s)(row-|column-)?gap:/);
    expect(gaps.filter((selector) => !grids.includes(selector))).toEqual([]);
  });

  it("can read every selector: no :is, :where, :has, no nesting, no layers", () => {
    expect(sheet).not.toMatch(/:is\(|:where\(|:has\(|@layer|@container|&/);
  });

  it("keep a visible focus where :focus-visible is unknown", () => {
    const focus = blocks.find(({ selector }) => selector.startsWith(":focus,"));
    expect(focus?.body).toContain("outline: var(--focus-width) solid");
    expect(naming(/outline: 0/)).toEqual(["main:focus", ":focus:not(:focus-visible)"]);
  });
});

describe("the sheet as a whole", () => {
  it("is small, unminified too", () => {
    expect(gzipSync(sheet, { level: 9 }).length).toBeLessThan(7_000);
  });

  it("moves only for people who do not mind", () => {
    const moving = sheet.split("@media").filter((part) => part.includes("transition"));
    expect(moving).toHaveLength(1);
    expect(moving[0]).toMatch(/^ \(prefers-reduced-motion: no-preference\)/);
  });

  it("uses only tokens that exist", () => {
    const known = new Set([...sheet.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    const used = [...sheet.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});

const channel = (value: number): number =>
  value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

describe("the doors of the municipalities", () => {
  const doors = [...sheet.matchAll(/\[data-place="([\w-]+)"\] \{\s*--accent: (#\w{6})/g)];
  const planes = [...sheet.matchAll(/--(paper|dawn|river|willow|linen): (#\w{6})/g)];

  it("belong to municipalities that exist", () => {
    const known = REGIONS.flatMap(({ municipalities }) => municipalities.map(({ id }) => `${id}`));
    expect(doors.map(([, place]) => place!).filter((place) => !known.includes(place))).toEqual([]);
    expect(doors.length).toBeGreaterThan(8);
  });

  it.each(doors.map(([, place, accent]) => ({ place: place!, accent: accent! })))(
    "read at 4.5 on every plane: $place",
    ({ accent }) => {
      expect(planes).toHaveLength(5);
      const ratios = planes.map(([, , plane]) => contrast(accent, plane!));
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
