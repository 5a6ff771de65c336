import { calendarDate, clockTime } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import type { DigiclubId, Municipality } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import { DigiclubsView } from "./digiclubs.tsx";
import type { StartMoment } from "./start-moments.tsx";

const region = regionById("leie-schelde");
const [club, ...others] = region.digiclubs;
const today = calendarDate("2026-11-23");
const moment: StartMoment = {
  id: "occ_1234",
  title: "Digiclub",
  date: calendarDate("2026-11-27"),
  from: clockTime("14:00"),
  until: clockTime("16:00"),
  kind: "drop-in",
  digiclub: club!.name,
  municipality: "De Pinte",
};
const next = new Map<DigiclubId, StartMoment>([[club!.id, moment]]);

const read = (municipality?: Municipality) =>
  readHtml(<DigiclubsView region={region} municipality={municipality} next={next} today={today} />);

describe("the Digiclubs", () => {
  it("all stand under their municipality, in a valid document", async () => {
    const { faults, all } = await read();
    expect(faults).toEqual([]);
    expect(all(".place h2").map(words)).toEqual(region.municipalities.map(({ name }) => name));
    expect(all(".club")).toHaveLength(region.digiclubs.length);
  });

  it("lead to their own moments", async () => {
    const { all } = await read();
    const hrefs = all(".club a").map((link) => attribute(link, "href"));
    expect(hrefs.toSorted()).toEqual(
      region.digiclubs.map(({ id }) => `/agenda?club=${id}`).toSorted(),
    );
  });

  it("say when the next moment is, or that the hours follow; never an invented hour", async () => {
    const { all } = await read();
    const said = all(".club").map(words);
    expect(said.filter((text) => text.includes("vrijdag 27 november, 14 tot 16 uur"))).toHaveLength(
      1,
    );
    expect(said.filter((text) => text.includes("Uren volgen"))).toHaveLength(others.length);
  });

  it("say kind and audience where the name does not", async () => {
    const { all } = await read();
    const text = (name: string): string =>
      all(".club")
        .map(words)
        .find((each) => each.includes(name))!;
    expect(text("de Zonnebloem")).toContain("Gemeenschapshuis");
    expect(text("de Reinaert")).toContain("Vooral voor oudere inwoners");
    expect(text("MIA")).not.toContain("Sociale kruidenier");
  });

  it("can be narrowed to one municipality, and widened again", async () => {
    const gavere = region.municipalities.find(({ id }) => id === "gavere")!;
    const { faults, all, one } = await read(gavere);
    expect(faults).toEqual([]);
    expect(words(one("h1"))).toBe("Digiclubs in Gavere");
    expect(all(".place")).toHaveLength(1);
    expect(attribute(one("body"), "data-place")).toBe("gavere");
    expect(attribute(one(".chip"), "href")).toBe("/digiclubs");
  });
});
