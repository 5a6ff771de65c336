import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReadable, lengthOf, manyLines, oneLine } from "./clean-text.ts";

describe("cleaned text", () => {
  it("keeps names as people write them", () => {
    for (const name of ["Luc D'Hondt", "Zoë van 't Hof", "أمينة", "Ўладзімір", "👩‍👩‍👧 Familie"])
      expect(oneLine(` ${name}\t`)).toBe(name);
  });

  it("is composed, on one line, without controls and without marks that turn text around", () => {
    expect(oneLine("Ame\u0301lie\r\nBe\u0000rt \u202Eevil")).toBe("Amélie Bert evil");
  });

  it("of several lines keeps its lines", () => {
    expect(manyLines("een  \r\n twee\r\n\r\n\r\ndrie\u0007 ")).toBe("een\ntwee\n\ndrie");
  });

  it("cleaned again is the same", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 30 });
    fc.assert(fc.property(text, (typed) => oneLine(oneLine(typed)) === oneLine(typed)));
    fc.assert(fc.property(text, (typed) => manyLines(manyLines(typed)) === manyLines(typed)));
  });

  it("counts characters, not their halves", () => {
    expect(lengthOf("🙂🙂")).toBe(2);
  });

  it("is nothing to read when only marks are left", () => {
    expect([" .-' ", "\u200D"].map(isReadable)).toEqual([false, false]);
    expect(["Bo", "🙂", "7", "علي"].every(isReadable)).toBe(true);
  });
});
