import { asId } from "@digihulp/kernel";
import type { CalendarDate, ClockTime, Id, WallTime } from "@digihulp/kernel";
import type { DigiclubId, MomentKind, MunicipalityId, ThemeId } from "@digihulp/region";

export type SeriesId = Id<"ser">;
/** The series and the date it was first planned on: a moved occurrence keeps its id and its people. */
export type OccurrenceId = Id<"occ">;

/** One moment that people can come to; wall-clock time in Brussels. */
export type Occurrence = {
  readonly id: OccurrenceId;
  readonly series: SeriesId;
  readonly digiclub: DigiclubId;
  readonly municipality: MunicipalityId;
  readonly date: CalendarDate;
  readonly from: ClockTime;
  readonly until: ClockTime;
  readonly kind: MomentKind;
  readonly title: string;
  readonly about?: string;
  readonly bring: readonly string[];
  readonly themes: readonly ThemeId[];
  readonly room?: string;
  /** Whether it comes back every week; a list of dates says nothing about the next one. */
  readonly isWeekly: boolean;
  readonly state: "planned" | "cancelled";
  /** Rises with every change; what a later change must have read. */
  readonly version: number;
  /** Rises only when time, place or cancellation changes (RFC 5546 section 2.1.4). */
  readonly sequence: number;
  /** Instant of the last change, milliseconds since 1970. */
  readonly changedAt: number;
};

export const occurrenceId = (series: SeriesId, originalDate: CalendarDate): OccurrenceId =>
  asId("occ", `${series.slice("ser_".length)}.${originalDate}`);

/** Whether the moment is over at this wall time. */
export const isPast = ({ date, until }: Occurrence, now: WallTime): boolean =>
  `${date}T${until}` <= `${now.date}T${now.time}`;

/** Where the public page of the moment is, under the portal's origin. */
export const pathOf = (id: OccurrenceId): string => `/agenda/moment/${id}`;
