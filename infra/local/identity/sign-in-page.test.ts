import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { definition } from "./fixture.ts";
import { Html } from "./html.ts";
import { nameAll, sectionsOf } from "./personas.ts";
import { signInPage } from "./sign-in-page.ts";

const personas = nameAll(definition.personas);
const page = (search = "", people = personas) =>
  signInPage({ personas: people, search, unknown: false }).content.text;
const buttons = (text: string) =>
  [...text.matchAll(/value="([^"]+)">[^<]+ <small>/g)].map(([, id]) => id);

describe("the page to sign in on this computer", () => {
  it("has one button for everybody, under a heading that says what they do", () => {
    expect(buttons(page()).toSorted()).toEqual(personas.map(({ id }) => id).toSorted());
    const headings = [...page().matchAll(/<h2 id="[^"]+">([^<]+)</g)].map(([, heading]) => heading);
    expect(headings).toEqual([
      "Coördinator",
      "Beheerders van gemeenten",
      "Balies van Digiclubs",
      "Partners",
    ]);
  });

  it.each([
    ["deinze", ["admin-deinze", "desk-deinze-bibliotheek"]],
    ["balie DEINZE", ["desk-deinze-bibliotheek"]],
    ["coordinator", ["coordinator"]],
    ["gent", []],
  ])("finds who is meant by %s", (search, expected) => {
    expect(buttons(page(search))).toEqual(expected);
  });

  it("shows what was looked for as text, whatever it is", () => {
    expect(page('"><script>')).not.toContain("<script>");
    expect(page('"><script>')).toContain("Niemand gevonden met “&quot;&gt;&lt;script&gt;”");
  });

  it("is valid HTML that a screen reader can make sense of", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended", "html-validate:a11y"],
      rules: { "void-style": "off", "no-trailing-whitespace": "off" },
    });
    for (const search of ["", "deinze", "gent"]) {
      const report = await validator.validateString(
        `<main><h1>Wie ben je?</h1>${page(search)}</main>`,
      );
      expect(
        report.results.flatMap(({ messages }) => messages.map((each) => each.message)),
      ).toEqual([]);
    }
  });
});

describe("invented names", () => {
  const many = Array.from({ length: 300 }, (_, index) => ({ id: `desk-${index}`, label: "Balie" }));

  it("are never given twice", () => {
    expect(new Set(nameAll(many).map(({ name }) => name)).size).toBe(300);
  });

  it("stay with somebody when others come and go", () => {
    const [all, fewer] = [nameAll(many.slice(0, 40)), nameAll(many.slice(20, 40))];
    const kept = fewer.filter(({ id, name }) =>
      all.some((one) => one.id === id && one.name === name),
    );
    expect(kept.length).toBeGreaterThanOrEqual(19);
  });
});

it("somebody in a group of an unknown kind still is on the page", () => {
  const sections = sectionsOf(nameAll([{ id: "auditor", label: "Auditor" }]), "");
  expect(sections.map(({ heading }) => heading)).toEqual(["Anderen"]);
});

it("only what is HTML already goes in unescaped", () => {
  expect(signInPage({ personas, search: "", unknown: true }).content).toBeInstanceOf(Html);
  const people = nameAll([{ id: "admin-x", label: "Beheerder van <b>Deinze</b>" }]);
  expect(page("", people)).toContain("Beheerder van &lt;b&gt;Deinze&lt;/b&gt;");
});
