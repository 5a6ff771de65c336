import { calendarEvent } from "./calendar-event.ts";
import { folded, textLines, textValue } from "./calendar-line.ts";
import { BRUSSELS_ZONE } from "./calendar-zone.ts";
import { namesIn } from "./moment-names.ts";
import type { Places } from "./moment-names.ts";
import type { Occurrence } from "./occurrence.ts";

export type CalendarFeed = {
  /** What the subscriber sees as the calendar's name. */
  readonly name: string;
  /** Where the pages of the moments are, for example `https://digibank.example`. */
  readonly origin: string;
  readonly places: Places;
  readonly occurrences: readonly Occurrence[];
};

const REFRESH = "PT6H";

/**
 * A subscription calendar (RFC 5545 and 7986). It has no METHOD: nobody is invited, and a METHOD would ask
 * for an ORGANIZER in every moment (RFC 5546 section 3.2.1).
 */
export function calendarFeed({ name, origin, places, occurrences }: CalendarFeed): string {
  const namesOf = namesIn(places);
  const uidDomain = `${places.id}.digihulp`;
  const pages = new URL(origin).origin;
  const head = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Digihulp-portaal//Agenda//NL",
    "CALSCALE:GREGORIAN",
    `NAME:${textValue(name)}`,
    `X-WR-CALNAME:${textValue(name)}`,
    "X-WR-TIMEZONE:Europe/Brussels",
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...BRUSSELS_ZONE,
  ];
  const textLine = textLines();
  const events = occurrences.map((occurrence) =>
    calendarEvent({ occurrence, names: namesOf(occurrence), uidDomain, pages, textLine }),
  );
  return `${head.map(folded).join("")}${events.join("")}END:VCALENDAR\r\n`;
}
