import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CONSENTS, CURRENT_VERSION } from "./domain/consent.ts";
import { CONSENT_TEXTS } from "./locale/consents.ts";
import { routes } from "./routes.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("the README", () => {
  it.each(routes.map((route) => ({ ...route, name: `${route.method} ${route.path}` })))(
    "says who may $name",
    (route) => {
      const [row] = readme.split("\n").filter((line) => line.startsWith(`| \`${route.name}\` |`));
      expect(row).toContain("open" in route ? "open" : `\`${route.permission}\``);
    },
  );

  it("names no route that is not there", () => {
    const named = [...readme.matchAll(/^\| `((?:GET|POST) [^`]+)`/gm)].map(([, name]) => name);
    expect(named).toHaveLength(routes.length);
  });
});

it("every consent is read out in the wording that counts today", () => {
  for (const consent of CONSENTS)
    expect(CONSENT_TEXTS[consent][CURRENT_VERSION[consent]]).toMatch(/\.$/);
});
