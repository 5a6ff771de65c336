import { municipalityId, regionById, REGIONS } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { Band } from "./band.tsx";
import { DataBlock } from "./data-block.tsx";
import { Page } from "./page.tsx";
import { attribute, readHtml, words } from "./read-html.ts";

const region = regionById("voorbeeldstreek");
const hostile = "</script><script>alert(\"x\")</script> & 😀 'מידע'";

const page = (props: Partial<Parameters<typeof Page>[0]> = {}) => (
  <Page region={region} title="Agenda" here="/agenda" plane="river" {...props}>
    <Band title="Agenda" lead="Waar en wanneer?" />
  </Page>
);

describe("the shell of a page", () => {
  it.each(REGIONS)("is a valid document for $name", async (each) => {
    const { faults, html, one } = await readHtml(page({ region: each }));
    expect(faults).toEqual([]);
    expect(html.startsWith("<!DOCTYPE html><html")).toBe(true);
    expect(words(one("title"))).toBe(`Agenda - ${each.name}`);
    expect(words(one(".brand"))).toBe(`${each.name} ${each.portalName}`);
  });

  it("has one of each landmark, and a link that skips to the content", async () => {
    const { all, one } = await readHtml(page());
    expect(["header", "main", "footer"].map((tag) => all(tag).length)).toEqual([1, 1, 1]);
    expect(attribute(one(".skip"), "href")).toBe(`#${attribute(one("main"), "id")}`);
    expect(words(one("h1"))).toBe("Agenda");
  });

  it("marks the menu item it belongs to, and no other", async () => {
    const { all } = await readHtml(page());
    expect(all("[aria-current]").map(words)).toEqual(["Agenda"]);
  });

  it("asks for three things at most: itself, one sheet, one font; and runs no script", async () => {
    const { all } = await readHtml(page());
    expect(all("link").map((link) => attribute(link, "rel"))).toEqual([
      "preload",
      "stylesheet",
      "icon",
    ]);
    expect(attribute(all("link")[2]!, "href")).toMatch(/^data:/);
    expect(all("script, img, iframe, style")).toEqual([]);
  });

  it("says in the title that a form was not accepted", async () => {
    expect(words((await readHtml(page({ hasErrors: true }))).one("title"))).toMatch(/^Fout: /);
  });

  it("takes a direction, a door and a banner", async () => {
    const { one, all } = await readHtml(
      page({ direction: "rtl", place: municipalityId("testdorp"), banner: "Verzonnen mensen." }),
    );
    expect(attribute(one("html"), "dir")).toBe("rtl");
    expect(attribute(one("body"), "data-place")).toBe("testdorp");
    expect(all(".banner").map(words)).toEqual(["Verzonnen mensen."]);
  });
});

describe("the way to reach somebody", () => {
  it("is the telephone in head and foot where there is a number", async () => {
    const { one, all } = await readHtml(page());
    expect(words(one(".tool"))).toBe("Bel ons");
    expect(all('a[href="tel:090000000"]')).toHaveLength(2);
    expect(words(one(".foot-number"))).toBe("09 000 00 00");
    expect(one(".foot-number").textContent).toContain("09\u00A0000");
  });

  it("is the mail address in the same two places where there is none", async () => {
    const { one, all, html } = await readHtml(page({ region: { ...region, phone: null } }));
    expect(words(one(".tool"))).toBe("Mail ons");
    expect(all(`a[href="mailto:${region.email}"]`)).toHaveLength(2);
    expect(html).not.toContain("tel:");
  });
});

describe("text of other people", () => {
  it("stays text, in the title too", async () => {
    const { faults, all, one } = await readHtml(
      <Page region={region} title={hostile}>
        <Band title={hostile} lead={hostile} />
      </Page>,
    );
    expect(faults).toEqual([]);
    expect(all("script")).toEqual([]);
    expect(words(one("h1"))).toBe(hostile);
    expect(words(one("title"))).toBe(`${hostile} - ${region.name}`);
  });

  it("cannot end a data block", async () => {
    const { html } = await readHtml(<DataBlock json={JSON.stringify({ name: hostile })} />);
    const [, inside = ""] = /<script[^>]*>(.*)<\/script>$/.exec(html) ?? [];
    expect(inside).not.toContain("<");
    expect(JSON.parse(inside)).toEqual({ name: hostile });
  });
});
