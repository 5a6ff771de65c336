import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forbiddenIn } from "./forbidden-content.ts";

describe("a text is refused when it holds", () => {
  it.each([
    ["83030201540", "national-number"],
    ["mijn nummer is 83.03.02-015.40, dank u", "national-number"],
    ["nr 83 03 02 015 40", "national-number"],
    ["geboren na 2000: 20010170215", "national-number"],
    ["bel 0470 00 00 01 83.03.02-015.40", "national-number"],
    ["kaart 4111 1111 1111 1111", "bank-card"],
    ["5555555555554444", "bank-card"],
    ["rekening BE68 5390 0754 7034 is van haar", "bank-account"],
    ["nl91abna0417164300", "bank-account"],
    ["pincode 1234", "pin-code"],
    ["Haar PIN is 4 8 2 1.", "pin-code"],
    ["pin code van haar gsm: 123456", "pin-code"],
    ["puk-code = 12345678", "pin-code"],
    ["wachtwoord: poes", "password"],
    ["Wachtwoord van de mail: Zonnetje", "password"],
    ["het paswoord is Hond1234", "password"],
    ["password van haar gmail is p@ssie", "password"],
  ])("%s: %s", (text, what) => {
    expect(forbiddenIn(text)).toBe(what);
  });
});

describe("a text is fine when it only talks about such things", () => {
  it.each([
    "Ik ben mijn wachtwoord vergeten.",
    "Het wachtwoord is niet meer juist.",
    "wachtwoord vergeten: itsme installeren",
    "Hulp met pincode van itsme, afspraak om 14.30 uur op 27/11/2026",
    "pincode vergeten in 2024",
    "Bel 0470 00 00 01 of 0470 00 00 02, of +32 470 00 00 03",
    "09 000 00 00 / 09 000 00 01",
    "Kerkstraat 12 bus 3, 9070 Destelbergen",
    "83.03.02-015.41 klopt niet",
    "BE68 5390 0754 7035 klopt niet",
    "4111 1111 1111 1112 klopt niet",
    "",
  ])("%s", (text) => {
    expect(forbiddenIn(text)).toBeUndefined();
  });
});

describe("a national register number", () => {
  const two = (most: number) =>
    fc.integer({ min: 0, max: most }).map((n) => `${n}`.padStart(2, "0"));
  const numbered = fc
    .tuple(two(99), two(12), two(31), fc.integer({ min: 1, max: 998 }), fc.boolean())
    .map(([year, month, day, order, isSince2000]) => {
      const nine = `${year}${month}${day}${`${order}`.padStart(3, "0")}`;
      const check = 97 - (Number(isSince2000 ? `2${nine}` : nine) % 97);
      return `${nine}${`${check}`.padStart(2, "0")}`;
    });
  const separators = fc.tuple(
    ...Array.from({ length: 4 }, () => fc.constantFrom("", " ", ".", "-", "/")),
  );

  it("is found however it is cut up, and wherever it stands", () => {
    fc.assert(
      fc.property(
        numbered,
        separators,
        fc.constantFrom("", "zie ", "nr:"),
        (number, cut, before) => {
          const parts = [2, 4, 6, 9, 11].map((end, at) => number.slice([0, 2, 4, 6, 9][at], end));
          const written = parts.map((part, at) => `${at > 0 ? cut[at - 1] : ""}${part}`).join("");
          expect(forbiddenIn(`${before}${written} dank u`)).toBe("national-number");
        },
      ),
    );
  });

  it("is not seen in a Belgian telephone number, however it is spaced", () => {
    const phone = fc
      .tuple(fc.constantFrom("04", "+324", "09", "+329"), fc.stringMatching(/^\d{7}$/))
      .map(([start, rest]) => `${start}${rest}`);
    fc.assert(fc.property(phone, (number) => forbiddenIn(`bel ${number}`) !== "national-number"));
  });
});
