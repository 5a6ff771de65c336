import { calendarDate, clockTime } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import { describe, expect, it } from "vitest";
import { attribute, readHtml, words } from "../../../../packages/web/src/look/read-html.ts";
import type { StartMoment } from "./start-moments.tsx";
import { StartView } from "./start.tsx";

const region = regionById("voorbeeldstreek");
const today = calendarDate("2026-11-23");
const moment: StartMoment = {
  id: "occ_testdorp.2026-11-27",
  title: "Digiclub",
  date: calendarDate("2026-11-27"),
  from: clockTime("14:00"),
  until: clockTime("16:00"),
  kind: "drop-in",
  digiclub: "Buurthuis",
  municipality: "Testdorp",
  room: "cafetaria",
};

const read = (upcoming: readonly StartMoment[] = [moment], where = region) =>
  readHtml(<StartView region={where} upcoming={upcoming} today={today} />);

describe("the start page", () => {
  it("is a valid document with its headings in order", async () => {
    const { faults, all, one } = await read();
    expect(faults).toEqual([]);
    expect(words(one("h1"))).toBe("We helpen je graag.");
    expect(all("main h2").map(words)).toEqual([
      "Kom gewoon langs",
      "Leer iets nieuws",
      "Vind je Digiclub",
      "Stel je vraag",
      "Waar woon je?",
      "Binnenkort",
      "Zo gaat het",
      "Je bent niet alleen",
      "Goed om te weten",
    ]);
  });

  it("leads only to what exists", async () => {
    const { all } = await read();
    expect(all(".way a").map((link) => attribute(link, "href"))).toEqual([
      "/agenda?soort=inloop",
      "/agenda?soort=workshop",
      "/digiclubs",
      "tel:090000000",
    ]);
  });

  it("asks by mail where there is no telephone", async () => {
    const { all } = await read([], { ...region, phone: null });
    expect(attribute(all(".way a")[3]!, "href")).toBe(`mailto:${region.email}`);
  });

  it("has a door with a name for every municipality", async () => {
    const { all } = await read();
    expect(all(".door").map(words)).toEqual(region.municipalities.map(({ name }) => name));
    expect(all(".door").map((door) => attribute(door, "href"))).toEqual(
      region.municipalities.map(({ id }) => `/agenda?gemeente=${id}`),
    );
    expect(all(".doors li").map((door) => attribute(door, "data-place"))).toEqual(
      region.municipalities.map(({ id }) => id),
    );
  });

  it("shows the next moments with date, time, place and room", async () => {
    const { one } = await read();
    expect(words(one(".moment-date"))).toBe("vrijdag 27 november");
    expect(words(one(".moment-time"))).toBe("14 tot 16 uur");
    expect(words(one(".moment-place"))).toContain("Buurthuis, Testdorp");
    expect(words(one(".moment-place"))).toContain("in de cafetaria");
    expect(attribute(one(".moment a"), "href")).toBe(`/agenda/moment/${moment.id}`);
  });

  it("says it honestly when no moment is known", async () => {
    const { all, one, faults } = await read([]);
    expect(faults).toEqual([]);
    expect(all(".moment")).toEqual([]);
    expect(words(one("main"))).toContain("We kennen nu geen nieuwe momenten.");
  });

  it("counts four of the ten people that it speaks of", async () => {
    const [, crowd = ""] = /<svg class="crowd".*?>(.*?)<\/svg>/.exec((await read()).html) ?? [];
    expect(crowd.match(/<path/g)).toHaveLength(10);
    expect(crowd.match(/class="hard"/g)).toHaveLength(4);
  });
});
