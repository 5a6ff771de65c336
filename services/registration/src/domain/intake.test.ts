import { calendarDate } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { intakeTyped, MOST_NAME, MOST_WORDS } from "./intake.ts";
import type { TypedIntake } from "./intake.ts";
import { dialled } from "./reach.ts";

const facts = { themes: regionById("leie-schelde").themes, today: calendarDate("2026-11-23") };
const typed: TypedIntake = {
  name: "  Amina   Benali ",
  reachBy: "phone",
  reachAt: "0470 00 00 01",
  relation: "",
  language: "ar",
  theme: "itsme",
  words: "Hoe zet ik itsme op mijn nieuwe gsm?",
  birthYear: "1979",
  agreed: ["may-call"],
};
const understood = (changes: Partial<TypedIntake>) => intakeTyped({ ...typed, ...changes }, facts);
const whyNot = (changes: Partial<TypedIntake>) => {
  const intake = understood(changes);
  return intake.ok ? [] : intake.refusal.map(({ field, why }) => `${field}: ${why}`);
};

describe("a registration", () => {
  it("is understood as it was meant", () => {
    expect(understood({})).toEqual({
      ok: true,
      value: {
        name: "Amina Benali",
        reach: { by: "phone", phone: "0470 00 00 01" },
        language: "ar",
        birthYear: 1979,
        wish: { theme: "itsme", words: "Hoe zet ik itsme op mijn nieuwe gsm?" },
        agreed: ["may-call"],
      },
    });
  });

  it("asks neither for a birth year, nor for words, nor for any consent", () => {
    const little = { birthYear: "", words: " ", theme: "not-known", agreed: [] };
    expect(understood(little)).toMatchObject({ ok: true, value: { wish: { words: "" } } });
  });

  it("names everything that is missing at once", () => {
    const empty = { name: "", reachBy: "", reachAt: "", language: "", theme: "" };
    expect(whyNot(empty)).toEqual([
      "name: missing",
      "reachBy: missing",
      "language: missing",
      "theme: missing",
    ]);
  });

  it.each([
    [{ name: "😀".repeat(MOST_NAME) }, []],
    [{ name: "x".repeat(MOST_NAME + 1) }, ["name: too-long"]],
    [{ name: " - " }, ["name: missing"]],
    [{ words: "x".repeat(MOST_WORDS + 1) }, ["words: too-long"]],
    [{ words: "x".repeat(100_000) }, ["words: too-long"]],
    [{ words: "mijn nummer 83.03.02-015.40" }, ["words: national-number"]],
    [{ name: "An Maes 83030201540" }, ["name: national-number"]],
    [{ theme: "no-such-theme" }, ["theme: no-such-choice"]],
    [{ language: "xx" }, ["language: no-such-choice"]],
    [{ birthYear: "79" }, ["birthYear: no-year"]],
    [{ birthYear: "2027" }, ["birthYear: no-year"]],
    [{ birthYear: "1905" }, ["birthYear: no-year"]],
    [{ agreed: ["everything"] }, []],
  ])("with %o has the issues %j", (changes, issues) => {
    expect(whyNot(changes)).toEqual(issues);
  });
});

describe("how to reach somebody", () => {
  it.each([
    [
      { reachBy: "email", reachAt: "amina@voorbeeld.be" },
      { by: "email", email: "amina@voorbeeld.be" },
    ],
    [
      { reachBy: "post", reachAt: "Kerkstraat 1" },
      { by: "post", address: "Kerkstraat 1" },
    ],
    [
      { reachBy: "somebody", reachAt: "09 000 00 00", relation: "haar zoon" },
      { by: "somebody", relation: "haar zoon", phone: "09 000 00 00" },
    ],
    [{ reachBy: "visit", reachAt: "what stood there before" }, { by: "visit" }],
  ])("%o", (changes, reach) => {
    expect(understood(changes)).toMatchObject({ ok: true, value: { reach } });
  });

  it.each([
    [{ reachAt: "" }, ["reachAt: missing"]],
    [{ reachAt: "geen" }, ["reachAt: no-phone"]],
    [{ reachAt: "0470 00" }, ["reachAt: no-phone"]],
    [{ reachAt: "83.03.02-015.40" }, ["reachAt: national-number"]],
    [{ reachBy: "email", reachAt: "amina" }, ["reachAt: no-email"]],
    [{ reachBy: "post", reachAt: "" }, ["reachAt: missing"]],
    [{ reachBy: "somebody", reachAt: "" }, ["reachAt: missing", "relation: missing"]],
    [{ reachBy: "pigeon" }, ["reachBy: no-such-choice"]],
  ])("%o: %j", (changes, issues) => {
    expect(whyNot(changes)).toEqual(issues);
  });

  it.each([
    ["+32 470 00 00 01", "0470000001"],
    ["0032 (0)470/00.00.01", "0470000001"],
    ["0470-000001", "0470000001"],
    ["0031 6 12 34 56 78", "+31612345678"],
  ])("the number %s is dialled %s", (phone, digits) => {
    expect(dialled(phone)).toBe(digits);
  });
});
