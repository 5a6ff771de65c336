import { calendarDate } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anOccurrence } from "./examples.ts";
import { eventJsonLd } from "./event-json-ld.ts";
import type { Occurrence } from "./occurrence.ts";

const places = regionById("leie-schelde");
const textOf = (changes: Partial<Occurrence> = {}) =>
  eventJsonLd({ occurrence: anOccurrence(changes), places, origin: "https://portaal.example" });
const dataOf = (changes: Partial<Occurrence> = {}): unknown => JSON.parse(textOf(changes));

describe("a moment for search engines", () => {
  it("says what, when, where, by whom, and that it is free", () => {
    expect(dataOf({ room: "zaal Leie" })).toEqual({
      "@context": "https://schema.org",
      "@type": "Event",
      name: "Digiclub + Workshop: Itsme, Mijn Burgerprofiel, eBox",
      description: "Je leert itsme installeren en gebruiken.",
      url: "https://portaal.example/agenda/moment/occ_destelbergen-workshop.2023-09-26",
      startDate: "2023-09-26T16:30:00+02:00",
      endDate: "2023-09-26T18:30:00+02:00",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
      isAccessibleForFree: true,
      inLanguage: "nl-BE",
      location: {
        "@type": "Place",
        name: "Bibliotheek Destelbergen (centrum), zaal Leie",
        address: {
          "@type": "PostalAddress",
          addressLocality: "Destelbergen",
          addressCountry: "BE",
        },
      },
      organizer: { "@type": "Organization", name: "Digistroom", url: "https://portaal.example" },
    });
  });

  it("gives the offset of its own day", () => {
    const startOn = (date: string) => dataOf({ date: calendarDate(date) });
    expect(startOn("2026-03-28")).toMatchObject({ startDate: "2026-03-28T16:30:00+01:00" });
    expect(startOn("2026-03-29")).toMatchObject({ startDate: "2026-03-29T16:30:00+02:00" });
    expect(startOn("2026-10-24")).toMatchObject({ startDate: "2026-10-24T16:30:00+02:00" });
    expect(startOn("2026-10-25")).toMatchObject({ startDate: "2026-10-25T16:30:00+01:00" });
  });

  it("says when it does not take place", () => {
    expect(dataOf({ state: "cancelled" })).toMatchObject({
      eventStatus: "https://schema.org/EventCancelled",
    });
  });

  it("can stand in a page, whatever its title", () => {
    const title = "</script><script>alert(1)</script><!-- & \u2028";
    expect(textOf({ title })).not.toMatch(/[<>&\u2028]/);
    expect(dataOf({ title })).toMatchObject({ name: title });
    const codePoints = fc.array(fc.integer({ min: 0, max: 0x10ffff }));
    fc.assert(
      fc.property(codePoints, (codes) => {
        const title = String.fromCodePoint(...codes);
        expect(textOf({ title })).not.toMatch(/[<>&\u2028\u2029]/);
        expect(dataOf({ title })).toMatchObject({ name: title });
      }),
      { seed: 20231126, numRuns: 300 },
    );
  });
});
