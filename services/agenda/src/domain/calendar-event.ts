import type { CalendarDate, ClockTime } from "@digihulp/kernel";
import { folded } from "./calendar-line.ts";
import type { textLines } from "./calendar-line.ts";
import type { MomentNames } from "./moment-names.ts";
import type { Occurrence } from "./occurrence.ts";
import { pathOf } from "./occurrence.ts";

export type CalendarEvent = {
  readonly occurrence: Occurrence;
  readonly names: MomentNames;
  /** What the ids of moments are unique in; never the host, so that moving the portal renames nothing. */
  readonly uidDomain: string;
  /** Origin of the pages of the moments. */
  readonly pages: string;
  readonly textLine: ReturnType<typeof textLines>;
};

const wall = (date: CalendarDate, time: ClockTime): string =>
  `;TZID=Europe/Brussels:${date.replaceAll("-", "")}T${time.replace(":", "")}00`;

/** An instant as iCalendar writes it: `20261101T120000Z`. */
function utc(instant: number): string {
  const iso = new Date(instant).toISOString();
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
}

function descriptionOf({ about, bring }: Occurrence): string {
  const parts = [
    ...(about ? [about] : []),
    ...(bring.length > 0 ? [`Breng mee: ${bring.join(", ")}.`] : []),
  ];
  return parts.join("\n\n");
}

/** One moment as a VEVENT, folded. DTSTAMP is its last change: the same moment always gives the same text. */
export function calendarEvent({
  occurrence,
  names,
  pages,
  uidDomain,
  textLine,
}: CalendarEvent): string {
  const { id, date, from, until, title, room, state } = occurrence;
  const isCancelled = state === "cancelled";
  const place = [names.digiclub, names.municipality, ...(room ? [room] : [])].join(", ");
  return (
    `BEGIN:VEVENT\r\n${folded(`UID:${id}@${uidDomain}`)}` +
    `DTSTAMP:${utc(occurrence.changedAt)}\r\n` +
    `SEQUENCE:${occurrence.sequence}\r\n` +
    `DTSTART${wall(date, from)}\r\n` +
    `DTEND${wall(date, until)}\r\n` +
    textLine("SUMMARY", isCancelled ? `Gaat niet door: ${title}` : title) +
    textLine("DESCRIPTION", descriptionOf(occurrence)) +
    textLine("LOCATION", place) +
    folded(`URL:${pages}${pathOf(id)}`) +
    textLine("CATEGORIES", ...names.themes) +
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}\r\n` +
    "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
  );
}
