import { isoWithOffset } from "@digihulp/kernel";
import { namesIn } from "./moment-names.ts";
import type { Places } from "./moment-names.ts";
import { pathOf } from "./occurrence.ts";
import type { Occurrence } from "./occurrence.ts";

export type PublishedMoment = {
  readonly occurrence: Occurrence;
  readonly places: Places;
  /** Where the page of the moment is, for example `https://digibank.example`. */
  readonly origin: string;
};

const UNSAFE_IN_HTML = /[<>&\u2028\u2029]/g;
const escaped = (character: string): string =>
  String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** One moment as a schema.org Event: JSON that can stand inside a script element as it is. */
export function eventJsonLd({ occurrence, places, origin }: PublishedMoment): string {
  const { id, date, from, until, title, about, room, state } = occurrence;
  const names = namesIn(places)(occurrence);
  const event = {
    "@context": "https://schema.org",
    "@type": "Event",
    name: title,
    ...(about === undefined ? {} : { description: about }),
    url: new URL(pathOf(id), origin).href,
    startDate: isoWithOffset({ date, time: from }),
    endDate: isoWithOffset({ date, time: until }),
    eventStatus: `https://schema.org/Event${state === "cancelled" ? "Cancelled" : "Scheduled"}`,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    isAccessibleForFree: true,
    inLanguage: "nl-BE",
    location: {
      "@type": "Place",
      name: room === undefined ? names.digiclub : `${names.digiclub}, ${room}`,
      address: {
        "@type": "PostalAddress",
        addressLocality: names.municipality,
        addressCountry: "BE",
      },
    },
    organizer: { "@type": "Organization", name: places.name, url: new URL(origin).origin },
  };
  return JSON.stringify(event).replaceAll(UNSAFE_IN_HTML, escaped);
}
