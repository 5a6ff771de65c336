import type { CalendarDate, ClockTime } from "@digihulp/kernel";
import { folded, textValue } from "./calendar-line.ts";
import type { MomentNames } from "./moment-names.ts";
import type { Occurrence } from "./occurrence.ts";
import { pathOf } from "./occurrence.ts";

export type CalendarEvent = {
  readonly occurrence: Occurrence;
  readonly names: MomentNames;
  /** What the ids of moments are unique in; never the host, so that moving the portal renames nothing. */
  readonly uidDomain: string;
  readonly origin: string;
};

const wall = (date: CalendarDate, time: ClockTime): string =>
  `;TZID=Europe/Brussels:${date.replaceAll("-", "")}T${time.replace(":", "")}00`;

/** An instant as iCalendar writes it: `20261101T120000Z`. */
const utc = (instant: number): string =>
  `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

function descriptionOf({ about, bring }: Occurrence): string {
  const parts = [
    ...(about ? [about] : []),
    ...(bring.length > 0 ? [`Breng mee: ${bring.join(", ")}.`] : []),
  ];
  return parts.join("\n\n");
}

const optional = (name: string, value: string): string[] =>
  value === "" ? [] : [`${name}:${value}`];

/** One moment as a VEVENT, folded. DTSTAMP is its last change: the same moment always gives the same text. */
export function calendarEvent({ occurrence, names, uidDomain, origin }: CalendarEvent): string {
  const { id, date, from, until, title, room, state } = occurrence;
  const isCancelled = state === "cancelled";
  const place = [names.digiclub, names.municipality, ...(room ? [room] : [])].join(", ");
  const lines = [
    "BEGIN:VEVENT",
    `UID:${id}@${uidDomain}`,
    `DTSTAMP:${utc(occurrence.changedAt)}`,
    `SEQUENCE:${occurrence.sequence}`,
    `DTSTART${wall(date, from)}`,
    `DTEND${wall(date, until)}`,
    `SUMMARY:${textValue(isCancelled ? `Gaat niet door: ${title}` : title)}`,
    ...optional("DESCRIPTION", textValue(descriptionOf(occurrence))),
    `LOCATION:${textValue(place)}`,
    `URL:${origin}${pathOf(id)}`,
    ...optional("CATEGORIES", names.themes.map(textValue).join(",")),
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
  return lines.map(folded).join("");
}
