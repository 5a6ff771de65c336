import { expect, test } from "vitest";
import { readFlags } from "./flags.ts";

test("without flags the portal takes port 3000 and the real date", () => {
  expect(readFlags([], undefined)).toEqual({
    port: 3000,
    empty: false,
    fresh: false,
    today: undefined,
  });
});

test("flags and PORT are taken as given", () => {
  expect(readFlags(["--fresh", "--today=2026-03-29", "--empty"], "4100")).toEqual({
    port: 4100,
    empty: true,
    fresh: true,
    today: "2026-03-29",
  });
});

test.each([
  [["--emty"], undefined, /--emty/],
  [["empty"], undefined, /empty/],
  [["--today"], undefined, /--today/],
  [["--today=29-03-2026"], undefined, /29-03-2026/],
  [["--today=2026-02-30"], undefined, /2026-02-30/],
  [[], "abc", /abc/],
  [[], "0", /PORT/],
  [[], "-1", /PORT/],
  [[], "65535", /PORT/],
  [[], "3000.5", /PORT/],
])("%j with PORT %s is answered with one sentence", (given, port, sentence) => {
  expect(() => readFlags(given, port)).toThrow(sentence);
  try {
    readFlags(given, port);
  } catch (error) {
    expect(String(error)).not.toContain("\n");
  }
});
