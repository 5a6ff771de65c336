import { accept, asId, refuse } from "@digihulp/kernel";
import type { CalendarDate, Result } from "@digihulp/kernel";
import { findDigiclub } from "@digihulp/region";
import type { KnownSeries, RegionDefinition } from "@digihulp/region";
import type { Occurrence, SeriesId } from "./occurrence.ts";
import { canStartOn, isInRange } from "./rhythm.ts";
import type { SeriesRhythm } from "./rhythm.ts";

/** What every moment takes over from its series when it is planned. */
export type MomentPlan = Omit<
  Occurrence,
  "id" | "series" | "date" | "isWeekly" | "state" | "version" | "sequence" | "changedAt"
>;

/** Moments that belong together: the rhythm that plans them and what they have in common. */
export type Series = {
  readonly id: SeriesId;
  /** A closed series plans nothing new; what it planned before stays as it is. */
  readonly state: "open" | "closed";
  readonly rhythm: SeriesRhythm;
  /** The first date, one that the rhythm itself gives. */
  readonly start: CalendarDate;
  /** The last possible date; null while it goes on. */
  readonly end: CalendarDate | null;
  readonly extraDates: readonly CalendarDate[];
  /** Dates without a moment; they win over the rhythm and over extra dates. */
  readonly leftOutDates: readonly CalendarDate[];
  readonly moment: MomentPlan;
  /** Rises with every change; what a later change must have read. */
  readonly version: number;
};

/** Why a series cannot be planned as it stands. */
export type SeriesRefusal = {
  readonly kind:
    | "until-not-after-from"
    | "rhythm-out-of-range"
    | "end-before-start"
    | "start-not-on-rhythm"
    | "date-outside-series";
};

/** The series itself, or why it cannot be planned. */
export function checkSeries(series: Series): Result<Series, SeriesRefusal> {
  const { rhythm, start, end, extraDates, moment } = series;
  if (moment.until <= moment.from) return refuse({ kind: "until-not-after-from" });
  if (!isInRange(rhythm)) return refuse({ kind: "rhythm-out-of-range" });
  if (end !== null && end < start) return refuse({ kind: "end-before-start" });
  if (!canStartOn(rhythm, start)) return refuse({ kind: "start-not-on-rhythm" });
  const dates = rhythm.every === "listed-date" ? [...rhythm.dates, ...extraDates] : extraDates;
  const isOutside = (date: CalendarDate): boolean => date < start || (end !== null && date > end);
  return dates.some(isOutside) ? refuse({ kind: "date-outside-series" }) : accept(series);
}

/** The first date of a series that the partnership made known. */
export const firstKnownDate = ({ rhythm }: KnownSeries): CalendarDate | undefined =>
  rhythm.every === "week" ? rhythm.start : rhythm.dates.toSorted()[0];

const rhythmOf = ({ rhythm }: KnownSeries): SeriesRhythm =>
  rhythm.every === "week"
    ? { every: "weeks", count: 1, weekdays: [rhythm.weekday] }
    : { every: "listed-date", dates: rhythm.dates };

/** The open series of a region's definition; throws when the definition itself is unsound. */
export function seriesOf(region: RegionDefinition, known: KnownSeries): Series {
  const { id, rhythm: _rhythm, ...plan } = known;
  const digiclub = findDigiclub(region, known.digiclub);
  const start = firstKnownDate(known);
  if (!digiclub || !start) throw new Error(`${id} has no Digiclub in ${region.id} or no date`);
  const checked = checkSeries({
    id: asId("ser", id),
    state: "open",
    rhythm: rhythmOf(known),
    start,
    end: null,
    extraDates: [],
    leftOutDates: [],
    moment: { ...plan, municipality: digiclub.municipality },
    version: 1,
  });
  if (!checked.ok) throw new Error(`${id} cannot be planned: ${checked.refusal.kind}`);
  return checked.value;
}
