import { asId, calendarDate, clockTime } from "@digihulp/kernel";
import { regionById, themeId } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import type { Occurrence } from "../domain/occurrence.ts";
import { MomentView } from "./moment.tsx";
import type { MomentProps } from "./moment.tsx";

const region = regionById("voorbeeldstreek");
const digiclub = region.digiclubs[0]!;
const municipality = region.municipalities[1]!;

const occurrence: Occurrence = {
  id: asId("occ", "maandag.2026-11-30"),
  series: asId("ser", "maandag"),
  digiclub: digiclub.id,
  municipality: municipality.id,
  date: calendarDate("2026-11-30"),
  from: clockTime("10:00"),
  until: clockTime("12:00"),
  kind: "drop-in",
  title: "Digiclub",
  bring: [],
  themes: [],
  isWeekly: true,
  state: "planned",
  version: 1,
  sequence: 0,
  changedAt: 0,
};
const next = [
  { ...occurrence, id: asId("occ", "maandag.2026-12-07"), date: calendarDate("2026-12-07") },
];
const props: MomentProps = {
  region,
  occurrence,
  digiclub,
  municipality,
  isPast: false,
  today: calendarDate("2026-11-23"),
};
const read = (changes: Partial<MomentProps> = {}) =>
  readHtml(<MomentView {...props} {...changes} />);

describe("a moment", () => {
  it("is a valid document that answers only what is known", async () => {
    const { faults, all, one } = await read();
    expect(faults).toEqual([]);
    expect(words(one("h1"))).toBe("Digiclub");
    expect(words(one(".band time"))).toBe("maandag 30 november");
    expect(all("dt").map(words)).toEqual([
      "Wanneer?",
      "Waar?",
      "Moet je een afspraak maken?",
      "Kost het iets?",
    ]);
    expect(words(all("dd")[2]!)).toBe("Nee. Kom binnen wanneer je wil.");
  });

  it("of a workshop says what you learn and bring, and nothing about an appointment", async () => {
    const { all } = await read({
      occurrence: {
        ...occurrence,
        kind: "drop-in-with-workshop",
        themes: [themeId("itsme")],
        bring: ["je identiteitskaart"],
        room: "zaal 2",
      },
    });
    expect(all("dt").map(words)).toEqual([
      "Wanneer?",
      "Waar?",
      "Wat leer je?",
      "Wat breng je mee?",
      "Kost het iets?",
    ]);
    expect(words(all("dd")[1]!)).toContain("in zaal 2");
    expect(words(all("dd")[3]!)).toBe("je identiteitskaart");
  });

  it("can be kept in a calendar, and shows when it comes back", async () => {
    const { all, one } = await read({ next });
    expect(attribute(one("a.button"), "href")).toBe(`/agenda/feed.ics?digiclub=${digiclub.id}`);
    expect(all(".rows a").map(words)).toEqual(["maandag 7 december"]);
    expect(attribute(one(".rows a"), "href")).toBe(`/agenda/moment/${next[0]!.id}`);
  });

  it("that is over says so, and offers no calendar", async () => {
    const { all, one } = await read({ isPast: true, next });
    expect(words(one(".notice h2"))).toBe("Dit moment is voorbij");
    expect(words(one(".band .tag"))).toBe("Voorbij");
    expect(all("a.button")).toEqual([]);
  });

  it("that is off says so, promises no door that is open, and points to the next", async () => {
    const { all, one } = await read({ occurrence: { ...occurrence, state: "cancelled" }, next });
    expect(words(one(".notice h2"))).toBe("Dit moment gaat niet door");
    expect(words(one(".notice p"))).toContain("Volgende keren");
    expect(all("dt").map(words)).not.toContain("Moet je een afspraak maken?");
    expect(all("a.button")).toEqual([]);
  });

  it("wears the door of its municipality and leads back to its agenda", async () => {
    const { one } = await read();
    expect(attribute(one("body"), "data-place")).toBe(municipality.id);
    expect(attribute(one(".back a"), "href")).toBe(`/agenda?gemeente=${municipality.id}`);
  });

  it("carries its facts for search engines, which no title can break out of", async () => {
    const title = '</script><script>alert("x")</script> מידע';
    const { faults, all, one } = await read({
      occurrence: { ...occurrence, title, about: title, room: title },
      jsonLd: JSON.stringify({ name: title }),
    });
    expect(faults).toEqual([]);
    expect(all("script").map((script) => attribute(script, "type"))).toEqual([
      "application/ld+json",
    ]);
    expect(JSON.parse(one("script").textContent)).toEqual({ name: title });
    expect(words(one("h1"))).toBe(title);
  });
});
