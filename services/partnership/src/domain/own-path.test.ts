import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

const SITE = "https://site.example";

describe("where to go after signing in", () => {
  it.each([
    "/",
    "/registratie",
    "/registratie/persoon/per_01J9Z3",
    "/agenda/inplannen?persoon=per_1&vraag=qst_2",
    "/registratie?zoek=caf%C3%A9",
    "/a//b",
    "/aanmeldingen",
    "/.//x",
  ])("%s is a page of ours", (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    ["nothing", undefined],
    ["an empty text", ""],
    ["another site", "https://evil.example"],
    ["another site without a scheme", "//evil.example"],
    ["a backslash for a slash", String.raw`/\evil.example`],
    ["two backslashes", String.raw`\\evil.example`],
    ["a backslash further on", String.raw`/a\b`],
    ["a tab that browsers leave out", "/\t/evil.example"],
    ["a line break that browsers leave out", "/\n/evil.example"],
    ["a header of its own", "/x\r\nset-cookie: a=b"],
    ["a script", "javascript:alert(1)"],
    ["a path without a slash", "registratie"],
    ["a space first", " //evil.example"],
    ["a space inside", "/ /evil.example"],
    ["what is not ASCII", "/\u2215/evil.example"],
    ["the way in again", "/aanmelden?naar=/"],
    ["the way back again", "/aanmelden/terug?state=x"],
    ["the way out", "/afmelden"],
    ["an endless path", `/${"a".repeat(2000)}`],
  ])("%s is not", (_, path) => {
    expect(ownPath(path)).toBeUndefined();
  });

  it("is on our own site as a browser understands it, whatever was asked", () => {
    assert(
      property(string({ unit: "binary" }), (tail) => {
        for (const asked of [tail, `/${tail}`, `//${tail}`, `/\\${tail}`]) {
          const path = ownPath(asked);
          if (path !== undefined && new URL(path, SITE).origin !== SITE) return false;
        }
        return true;
      }),
    );
  });
});
