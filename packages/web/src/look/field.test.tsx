import { describe, expect, it } from "vitest";
import { ErrorSummary } from "./error-summary.tsx";
import { DateField, Field, Select } from "./field.tsx";
import { attribute, readHtml, words } from "./read-html.ts";

const errors = [{ field: "gemeente", text: "Schrijf een gemeente." }];

const form = (
  <main>
    <h1>Zoek</h1>
    <ErrorSummary errors={errors} />
    <form action="/agenda">
      <Field
        name="gemeente"
        label="Gemeente"
        hint="Of een postcode."
        error="Schrijf een gemeente."
        value={'Gent "<b>'}
        autocomplete="address-level2"
        inputmode="text"
      />
      <button type="submit">Toon</button>
    </form>
  </main>
);

describe("a field", () => {
  it("is named by its label and described by its explanation and its error", async () => {
    const { one, all, faults } = await readHtml(form);
    expect(faults).toEqual([]);
    const input = one("input");
    expect(words(one(`label[for="${attribute(input, "id")}"]`))).toBe("Gemeente");
    const described = attribute(input, "aria-describedby")
      .split(" ")
      .map((id) => words(all(`#${id}`)[0]!));
    expect(described).toEqual(["Of een postcode.", "Fout: Schrijf een gemeente."]);
    expect(attribute(input, "aria-invalid")).toBe("true");
  });

  it("keeps what was typed, as text", async () => {
    const { html } = await readHtml(form);
    expect(html).toContain('value="Gent &quot;&lt;b&gt;"');
  });

  it("says what it is for to the browser's memory", async () => {
    const { one } = await readHtml(form);
    expect(attribute(one("input"), "autocomplete")).toBe("address-level2");
    expect(attribute(one("input"), "inputmode")).toBe("text");
  });

  it("has no description and is not invalid when all is well", async () => {
    const { one } = await readHtml(<Field name="naam" label="Naam" />);
    expect(one("input").hasAttribute("aria-describedby")).toBe(false);
    expect(one("input").hasAttribute("aria-invalid")).toBe(false);
  });
});

describe("the error summary", () => {
  it("says the same words as the field and leads to it", async () => {
    const { one, all } = await readHtml(form);
    const link = one(".errors a");
    expect(words(link)).toBe("Schrijf een gemeente.");
    expect(all(attribute(link, "href")).map((target) => target.tagName)).toEqual(["input"]);
  });

  it("takes the focus without a script, and is named by its heading", async () => {
    const { one } = await readHtml(form);
    const summary = one(".errors");
    expect(summary.hasAttribute("autofocus")).toBe(true);
    expect(attribute(summary, "tabindex")).toBe("-1");
    expect(words(one(`#${attribute(summary, "aria-labelledby")}`))).toBe("Er ontbreekt nog iets");
  });

  it("is not there when nothing is missing", async () => {
    expect((await readHtml(<div>{ErrorSummary({ errors: [] })}</div>)).all(".errors")).toEqual([]);
  });
});

describe("a date field", () => {
  it.each([
    ["", "date"],
    ["2026-11-27", "date"],
    ["31/02/2026", "text"],
  ])("holding %j is a %s input, so nothing typed is lost", async (value, type) => {
    const { one } = await readHtml(<DateField name="van" label="Vanaf" value={value} />);
    expect(attribute(one("input"), "type")).toBe(type);
    expect(attribute(one("input"), "value")).toBe(value);
  });
});

describe("a list to choose from", () => {
  it("starts with the open answer, groups, and keeps the choice", async () => {
    const { all, one } = await readHtml(
      <Select
        name="club"
        label="Digiclub"
        open="Alle Digiclubs"
        value="b"
        choices={[
          { label: "Testdorp", choices: [{ value: "a", label: "A" }] },
          { value: "b", label: "B" },
        ]}
      />,
    );
    expect(all("option").map(words)).toEqual(["Alle Digiclubs", "A", "B"]);
    expect(attribute(one("optgroup"), "label")).toBe("Testdorp");
    expect(words(one("option[selected]"))).toBe("B");
  });
});
