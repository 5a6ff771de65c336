import type { CalendarDate } from "@digihulp/kernel";
import { occurrenceId } from "./occurrence.ts";
import type { Occurrence, OccurrenceId } from "./occurrence.ts";
import type { Period } from "./period.ts";
import { datesOf } from "./recurrence.ts";
import type { Series } from "./series.ts";

export type Planning = {
  /** Every occurrence of the series that was ever planned, also when it was moved or cancelled since. */
  readonly existing: ReadonlySet<OccurrenceId>;
  readonly horizon: Period;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** The moments to add so that the series is planned over the whole horizon; none twice. */
export function planSeries(series: Series, { existing, horizon, now }: Planning): Occurrence[] {
  if (series.state === "closed") return [];
  const { rhythm } = series;
  const isWeekly = rhythm.every === "weeks" && rhythm.count === 1;
  const planned = (date: CalendarDate): Occurrence => ({
    ...series.moment,
    id: occurrenceId(series.id, date),
    series: series.id,
    date,
    isWeekly,
    state: "planned",
    version: 1,
    sequence: 0,
    changedAt: now,
  });
  return datesOf(series, horizon.from, horizon.until)
    .filter((date) => !existing.has(occurrenceId(series.id, date)))
    .map(planned);
}
