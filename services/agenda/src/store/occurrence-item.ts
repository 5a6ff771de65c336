import { isCalendarDate, isClockTime, isId, monthOf } from "@digihulp/kernel";
import type { CalendarDate, ClockTime } from "@digihulp/kernel";
import type { DigiclubId, MunicipalityId, ThemeId } from "@digihulp/region";
import type { Attributes, Item, Key } from "@digihulp/store";
import * as z from "zod/mini";
import type { Occurrence, OccurrenceId, SeriesId } from "../domain/occurrence.ts";

const isText = (value: unknown): value is string => typeof value === "string";

/** An occurrence as it is stored, and as public indexes and events carry it. */
export const StoredOccurrence = z.object({
  id: z.custom<OccurrenceId>(isId("occ")),
  series: z.custom<SeriesId>(isId("ser")),
  digiclub: z.custom<DigiclubId>(isText),
  municipality: z.custom<MunicipalityId>(isText),
  date: z.custom<CalendarDate>(isCalendarDate),
  from: z.custom<ClockTime>(isClockTime),
  until: z.custom<ClockTime>(isClockTime),
  kind: z.enum(["drop-in", "drop-in-with-workshop"]),
  title: z.string(),
  about: z.optional(z.string()),
  bring: z.array(z.string()),
  themes: z.array(z.custom<ThemeId>(isText)),
  room: z.optional(z.string()),
  isWeekly: z.boolean(),
  state: z.enum(["planned", "cancelled"]),
  version: z.number(),
  sequence: z.number(),
  changedAt: z.number(),
});

/** Reads an occurrence back; a row of another shape is a fault, never a guess. */
export function occurrenceFrom(attributes: Attributes): Occurrence {
  const { about, room, ...rest } = z.parse(StoredOccurrence, attributes);
  return {
    ...rest,
    ...(about === undefined ? {} : { about }),
    ...(room === undefined ? {} : { room }),
  };
}

export const occurrenceKey = (id: OccurrenceId): Key => ({
  partition: ["occurrence", id],
  sort: "occurrence",
});

const order = ({ date, from, digiclub, id }: Occurrence): string =>
  `${date}T${from}|${digiclub}|${id}`;

/** The row of an occurrence, and its places in the month of its tenant and of the public agenda. */
export function occurrenceItem(occurrence: Occurrence): Item {
  const { version, ...attributes } = occurrence;
  const month = monthOf(occurrence.date);
  const sort = order(occurrence);
  return {
    key: occurrenceKey(occurrence.id),
    type: "occurrence",
    version,
    attributes,
    indexes: {
      byMonth: { partition: ["month", month], sort },
      publicByMonth: { partition: ["month", month], sort },
      publicById: { partition: [occurrence.id] },
    },
  };
}
