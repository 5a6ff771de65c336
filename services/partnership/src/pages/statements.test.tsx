import { calendarDate } from "@digihulp/kernel";
import { REGIONS } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import { AccessibilityView } from "./accessibility.tsx";
import { PrivacyView } from "./privacy.tsx";
import { coordinatorOf } from "./prose.tsx";

const date = calendarDate("2026-11-23");

describe.each(REGIONS)("the statements of $name", (region) => {
  it("say of accessibility: who, how far, what is unknown, whom to tell, where to complain, when", async () => {
    const page = await readHtml(<AccessibilityView region={region} date={date} />);
    const text = words(page.one("main"));
    expect(page.faults).toEqual([]);
    expect(text).toContain(coordinatorOf(region));
    expect(text).toContain("gedeeltelijk");
    expect(text).toContain("schermlezer");
    expect(text).toContain("Vlaamse Ombudsdienst");
    expect(text).toContain("23 november 2026");
    expect(page.all(`main a[href="mailto:${region.email}"]`)).toHaveLength(1);
  });

  it("say of privacy what is kept, what is not, where, and whom to ask", async () => {
    const page = await readHtml(<PrivacyView region={region} />);
    const text = words(page.one("main"));
    expect(page.faults).toEqual([]);
    expect(text).toContain("geen cookies");
    expect(text).toContain("geen IP-adres");
    expect(text).toContain("Europese Unie");
    expect(text).toContain(`Vraag het aan ${coordinatorOf(region)}.`);
  });

  it("keep their sentences short: 12 words on average, never more than 25", async () => {
    const pages = [
      await readHtml(<AccessibilityView region={region} date={date} />),
      await readHtml(<PrivacyView region={region} />),
    ];
    const sentences = pages
      .flatMap(({ all }) => all("main p, main li").map(words))
      .flatMap((text) => text.split(/(?<=[.?!:])\s+/))
      .map((sentence) => sentence.split(/\s+/).length);
    const mean = sentences.reduce((sum, length) => sum + length, 0) / sentences.length;
    expect(mean).toBeLessThanOrEqual(12);
    expect(Math.max(...sentences)).toBeLessThanOrEqual(25);
  });
});
