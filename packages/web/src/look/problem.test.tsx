import { regionById } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { ProblemView } from "./problem.tsx";
import { attribute, readHtml, words } from "./read-html.ts";
import { shellTexts } from "./texts.ts";
import type { ProblemKind } from "./texts.ts";

const region = regionById("voorbeeldstreek");
const { problems } = shellTexts.nl;
const isKind = (word: string): word is ProblemKind => word in problems;
const kinds = Object.keys(problems).filter(isKind);

describe("a page that could not be shown", () => {
  it.each(kinds)("says %s in plain words, with a way on and somebody to ask", async (kind) => {
    const { faults, one, all } = await readHtml(<ProblemView region={region} kind={kind} />);
    expect(faults).toEqual([]);
    expect(words(one("h1"))).toBe(problems[kind].title);
    expect(attribute(one("a.button"), "href")).toBe("/");
    expect(all(`main a[href="tel:090000000"]`)).toHaveLength(1);
  });

  it("gives the reference of a fault, and none where there is none", async () => {
    const fault = await readHtml(<ProblemView region={region} kind="fault" reference="R-4F7K" />);
    expect(words(fault.one("main strong"))).toBe("R-4F7K");
    const missing = await readHtml(<ProblemView region={region} kind="not-found" />);
    expect(missing.all("main strong")).toEqual([]);
  });

  it("offers mail where there is no telephone", async () => {
    const { all } = await readHtml(
      <ProblemView region={{ ...region, phone: null }} kind="not-found" />,
    );
    expect(all(`main a[href="mailto:${region.email}"]`)).toHaveLength(1);
  });
});
