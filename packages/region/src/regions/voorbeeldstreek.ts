import { clockTime, calendarDate } from "@digihulp/kernel";
import type { RegionDefinition } from "../definition.ts";
import { digiclubId, municipalityId, organisationId, regionId, themeId } from "../slug.ts";

/**
 * An invented second Digibank. It proves that nothing outside this package knows one region by name,
 * and is what a real second region is copied from.
 */
export const voorbeeldstreek: RegionDefinition = {
  id: regionId("voorbeeldstreek"),
  name: "Digivoorbeeld",
  portalName: "Voorbeeldportaal",
  slogan: "Een verzonnen Digibank, om te tonen dat er meer dan één kan zijn.",
  coordinator: organisationId("voorbeeld-vzw"),
  email: "hulp@voorbeeldstreek.example",
  phone: "09 000 00 00",
  funders: ["Verzonnen fonds"],
  municipalities: [
    { id: municipalityId("deinze"), name: "Deinze (verzonnen)", nis: "00001", postcodes: ["0001"] },
    { id: municipalityId("testdorp"), name: "Testdorp", nis: "00002", postcodes: ["0002"] },
  ],
  digiclubs: [
    {
      id: digiclubId("testdorp-bibliotheek"),
      municipality: municipalityId("testdorp"),
      kind: "library",
      name: "Bibliotheek Testdorp",
    },
    {
      id: digiclubId("deinze-buurthuis"),
      municipality: municipalityId("deinze"),
      kind: "community-house",
      name: "Buurthuis van het verzonnen Deinze",
    },
  ],
  organisations: [
    { id: organisationId("voorbeeld-vzw"), name: "Voorbeeld vzw", roles: ["regional-coordinator"] },
  ],
  themes: [{ id: themeId("itsme"), name: "itsme", pillar: "guidance" }],
  programmes: [],
  series: [
    {
      id: "testdorp-bibliotheek-maandag",
      digiclub: digiclubId("testdorp-bibliotheek"),
      kind: "drop-in",
      title: "Voorbeeldmoment",
      bring: [],
      themes: [themeId("itsme")],
      from: clockTime("10:00"),
      until: clockTime("12:00"),
      rhythm: { every: "week", start: calendarDate("2025-01-06"), weekday: 1 },
    },
  ],
};
