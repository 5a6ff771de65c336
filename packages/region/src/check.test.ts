import { calendarDate, clockTime } from "@digihulp/kernel";
import { describe, expect, it } from "vitest";
import { regionFaults } from "./check.ts";
import type { KnownSeries, RegionDefinition } from "./definition.ts";
import { REGIONS, regionById } from "./regions.ts";
import { digiclubId, municipalityId, organisationId, themeId } from "./slug.ts";

const sound = regionById("leie-schelde");
const faults = (changes: Partial<RegionDefinition>) => regionFaults({ ...sound, ...changes });
const twice = <Thing>(things: readonly Thing[]): Thing[] => [...things, things[0]!];
const fridays = sound.series.find(({ rhythm }) => rhythm.every === "week")!;
const withSeries = (changes: Partial<KnownSeries>) =>
  faults({ series: [{ ...fridays, ...changes }] });

it.each(REGIONS)("the definition of $id is sound", (region) => {
  expect(regionFaults(region)).toEqual([]);
});

describe("a definition is unsound when", () => {
  it("something stands in it twice", () => {
    const { municipalities, digiclubs, themes, organisations, series } = sound;
    expect(faults({ municipalities: twice(municipalities) })).toEqual([
      "de-pinte stands twice",
      "9840 stands twice",
    ]);
    expect(faults({ digiclubs: twice(digiclubs) })).toEqual(["de-pinte-bibliotheek stands twice"]);
    expect(faults({ themes: twice(themes) })).toEqual(["itsme stands twice"]);
    expect(faults({ organisations: twice(organisations) })).toEqual([
      "werken-leie-schelde stands twice",
    ]);
    expect(faults({ series: twice(series) })).toEqual([`${series[0]!.id} stands twice`]);
  });

  it("two municipalities share a postcode", () => {
    const gent = { id: municipalityId("gent"), name: "Gent", nis: "44021", postcodes: ["9831"] };
    expect(faults({ municipalities: [...sound.municipalities, gent] })).toEqual([
      "9831 stands twice",
    ]);
  });

  it("a Digiclub stands in no municipality of the region", () => {
    const [first, ...rest] = sound.digiclubs;
    const astray = { ...first!, municipality: municipalityId("gent") };
    expect(faults({ digiclubs: [astray, ...rest] })).toEqual([
      "de-pinte-bibliotheek: no municipality gent",
    ]);
  });

  it("an organisation that coordinates or runs a Digiclub does not take part", () => {
    const nobody = organisationId("niemand");
    const [first, ...rest] = sound.digiclubs;
    expect(faults({ coordinator: nobody })).toEqual(["no organisation niemand"]);
    expect(faults({ digiclubs: [{ ...first!, operator: nobody }, ...rest] })).toEqual([
      "no organisation niemand",
    ]);
  });

  it("a series has no place, no such theme, or ends before it starts", () => {
    expect(withSeries({ digiclub: digiclubId("nergens") })).toEqual([
      `${fridays.id}: no Digiclub nergens`,
    ]);
    expect(withSeries({ themes: [themeId("breien")] })).toEqual([`${fridays.id}: no theme breien`]);
    expect(withSeries({ until: clockTime("13:59") })).toEqual([
      `${fridays.id}: ends before it starts`,
    ]);
  });

  it("a series starts on another weekday than its own", () => {
    const rhythm = { every: "week", start: calendarDate("2023-06-01"), weekday: 5 } as const;
    expect(withSeries({ rhythm })).toEqual([`${fridays.id}: its start is not on its weekday`]);
  });

  it("a list of dates is empty or names a date twice", () => {
    const listed = (...dates: string[]) =>
      withSeries({ rhythm: { every: "date", dates: dates.map(calendarDate) } });
    expect(listed()).toEqual([`${fridays.id}: no dates`]);
    expect(listed("2023-06-27", "2023-06-27")).toEqual([`${fridays.id}: 2023-06-27 stands twice`]);
    expect(listed("2023-06-27", "2023-06-20")).toEqual([]);
  });
});
