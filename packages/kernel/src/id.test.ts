import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asId, isId, newId } from "./id.ts";

const NOW = Date.UTC(2026, 10, 23, 7);
const bytes = (value: number) => (size: number) => new Uint8Array(size).fill(value);

describe("a new id", () => {
  it("says what it names and can be read out loud", () => {
    expect(newId("ser", NOW)).toMatch(/^ser_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(newId("ser", 0, bytes(0))).toBe(`ser_${"0".repeat(26)}`);
    expect(newId("ser", 2 ** 48 - 1, bytes(255))).toBe(`ser_7${"Z".repeat(25)}`);
  });

  it("writes time and chance as a ULID does", () => {
    // The example of the ULID specification: 01ARYZ6S41 is 1469918176385 milliseconds.
    expect(newId("ser", 1_469_918_176_385, bytes(1))).toBe(`ser_01ARYZ6S41${"1".repeat(16)}`);
  });

  it("sorts by age", () => {
    const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [first, second] = [newId("evt", one), newId("evt", other)];
        if (one !== other) expect(first < second).toBe(one < other);
      }),
      { seed: 20231126, numRuns: 500 },
    );
  });

  it("is never given twice, also within one millisecond", () => {
    const ids = Array.from({ length: 10_000 }, () => newId("evt", NOW));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("what counts as an id", () => {
  const isSeries = isId("ser");

  it("has its own prefix and a body of letters, digits, points and hyphens", () => {
    for (const id of [newId("ser", NOW), "ser_destelbergen-reinaert-vrijdag", "ser_a.2023-06-02"]) {
      expect(isSeries(id), id).toBe(true);
    }
    for (const other of [
      newId("occ", NOW),
      "ser_",
      "ser_abc",
      "serabcdef",
      "SER_abcdef",
      "ser_ab#cd",
      "ser_ab cd",
      "ser_ab/cd",
      "ser_abcd\n",
      `ser_${"a".repeat(91)}`,
      undefined,
      { id: "ser_abcd" },
    ]) {
      expect(isSeries(other), String(other)).toBe(false);
    }
  });

  it("can be made from what a thing is, but not from just anything", () => {
    expect(asId("occ", "reinaert.2023-06-02")).toBe("occ_reinaert.2023-06-02");
    for (const body of ["a#b#c", "", "../..", "née.2023-06-02"]) {
      expect(() => asId("occ", body), body).toThrow(RangeError);
    }
  });
});
