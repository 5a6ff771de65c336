import { describe, expect, it } from "vitest";
import { MomentCard } from "./moment-card.tsx";
import type { MomentCardProps } from "./moment-card.tsx";
import { attribute, readHtml, words } from "./read-html.ts";

const moment: MomentCardProps = {
  href: "/agenda/moment/occ_1234",
  title: "Digiclub",
  time: "14 tot 16 uur",
  date: "vrijdag 27 november",
  place: "Bibliotheek Testdorp",
  room: "in de cafetaria",
  kind: "drop-in",
  state: "open",
  note: "Elke vrijdag",
};

const read = (props: Partial<MomentCardProps> = {}) =>
  readHtml(
    <ul>
      <MomentCard {...moment} {...props} />
    </ul>,
  );

describe("the card of a moment", () => {
  it("says when, what, where and how, in that order", async () => {
    const { one } = await read();
    const said = words(one(".moment"));
    const parts = [moment.time, moment.title, moment.place, "in de cafetaria", "Zonder afspraak"];
    const places = [...parts, "Elke vrijdag"].map((part) => said.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it("has one link, whose name tells it from the same title on another day", async () => {
    const { one } = await read();
    expect(words(one("a"))).toBe("Digiclub, vrijdag 27 november, 14 tot 16 uur");
    expect(attribute(one("a"), "href")).toBe(moment.href);
  });

  it.each([
    ["open", "Zonder afspraak"],
    ["past", "Voorbij"],
    ["cancelled", "Gaat niet door"],
  ] as const)("that is %s says: %s", async (state, tag) => {
    expect(words((await read({ state })).one(".tag"))).toBe(tag);
  });

  it("says a workshop by its own word", async () => {
    expect(words((await read({ kind: "drop-in-with-workshop" })).one(".tag"))).toBe("Workshop");
  });

  it("never lets a pictogram speak", async () => {
    const { all } = await read();
    expect(all("svg").map((svg) => attribute(svg, "aria-hidden"))).toEqual(["true", "true"]);
  });
});
