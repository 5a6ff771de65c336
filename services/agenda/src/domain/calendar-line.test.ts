import { regionById } from "@digihulp/region";
import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarFeed } from "./calendar-feed.ts";
import { folded, textLines, textValue } from "./calendar-line.ts";
import { anOccurrence } from "./examples.ts";

const region = regionById("leie-schelde");
const HOSTILE = [
  ..."\\;,:\"'= \t\n\r\0\u0007\u007f\u0085\u2028\u2029\u202e\u200f\ufeff",
  "\r\n",
  "\ud800",
  "\udfff",
  "é",
  "ß",
  "€",
  "😀",
  "👩‍👧",
  "مرحبا",
  "Ласкаво",
  "\\n",
  "BEGIN:VEVENT",
  "\r\nATTENDEE:mailto:x@example.org",
];
const anyCharacters = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 8 })
  .map((codePoints) => String.fromCodePoint(...codePoints));
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), anyCharacters), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(""));

/** What may be left of a text: its line breaks as one kind, no other control character but the tab. */
function withoutControls(text: string): string {
  const breaks = ["\n", "\r", "\u0085", "\u2028", "\u2029"];
  const characters = Array.from(text.replaceAll("\r\n", "\n"));
  return characters
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (breaks.includes(character)) return "\n";
      if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
      const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
      return isControl && character !== "\t" ? "" : character;
    })
    .join("");
}

describe("whatever somebody typed in a moment", () => {
  // The point after a theme: ical.js takes a comma for escaped when an escaped backslash stands before it.
  const themesNamed = (name: string) => region.themes.map((theme) => ({ ...theme, name }));
  const feedWith = (text: string) =>
    calendarFeed({
      name: `n${text}`,
      origin: "https://portaal.example",
      places: { ...region, themes: themesNamed(`t${text}.`) },
      occurrences: [
        anOccurrence({
          title: `s${text}`,
          about: `d${text}.`,
          room: `r${text}`,
          bring: [`b${text}`],
        }),
      ],
    });

  it("every line holds at most 75 octets of whole characters", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = feedWith(text).split("\r\n");
        for (const line of lines) {
          const octets = new TextEncoder().encode(line);
          expect(octets.length).toBeLessThanOrEqual(75);
          expect(decoder.decode(octets)).toBe(line);
          expect(line).not.toMatch(/[\r\n]/);
        }
        expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
      }),
      { seed: 20231126, numRuns: 400 },
    );
  });

  it("another program reads back the same text, and no property that nobody wrote", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const calendar = ICAL.Component.fromString(feedWith(text));
        const event = calendar.getFirstSubcomponent("vevent")!;
        const left = withoutControls(text);
        expect(event.getFirstPropertyValue("summary")).toBe(`s${left}`);
        expect(event.getFirstPropertyValue("description")).toBe(
          `d${left}.\n\nBreng mee: ${`b${left}.`}`,
        );
        expect(event.getFirstPropertyValue("location")).toBe(
          `Bibliotheek Destelbergen (centrum), Destelbergen, r${left}`,
        );
        expect(event.getFirstProperty("categories")?.getValues()).toEqual(
          Array(3).fill(`t${left}.`),
        );
        expect(event.hasProperty("attendee")).toBe(false);
      }),
      { seed: 20231126, numRuns: 400 },
    );
  });
});

describe("folding", () => {
  const octets = (line: string) => new TextEncoder().encode(line).length;

  it("leaves 75 octets on one line and moves the 76th to the next", () => {
    expect(folded("x".repeat(75))).toBe(`${"x".repeat(75)}\r\n`);
    expect(folded("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x\r\n`);
    expect(folded("x".repeat(75 + 74 + 1))).toBe(
      `${"x".repeat(75)}\r\n ${"x".repeat(74)}\r\n x\r\n`,
    );
  });

  it("counts octets, not characters", () => {
    const lines = folded("😀".repeat(40)).trimEnd().split("\r\n");
    expect(lines.map(octets)).toEqual([72, 73, 17]);
  });
});

it("a property with nothing to say is not written", () => {
  const line = textLines();
  expect([line("SUMMARY", ""), line("SUMMARY", " \0 "), line("CATEGORIES")]).toEqual(["", "", ""]);
  expect(line("SUMMARY", "Digiclub")).toBe("SUMMARY:Digiclub\r\n");
  expect(line("CATEGORIES", "itsme", "a,b")).toBe("CATEGORIES:itsme,a\\,b\r\n");
});

it("plain text is written as it is", () => {
  expect(textValue("Neem je EID-code mee: om 16.30 uur!")).toBe(
    "Neem je EID-code mee: om 16.30 uur!",
  );
  expect(textValue("a,b;c\\d\ne")).toBe(String.raw`a\,b\;c\\d\ne`);
});
