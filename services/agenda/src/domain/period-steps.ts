import { addDays, addMonths, firstDay, lastDay, month } from "@digihulp/kernel";
import { monthOf, monthsBetween } from "@digihulp/kernel";
import type { CalendarDate, Month } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { lengthOf } from "./period.ts";
import type { Period } from "./period.ts";
import { firstKnownDate } from "./series.ts";

/** A whole month of the calendar. */
export const monthPeriod = (of: Month): Period => ({ from: firstDay(of), until: lastDay(of) });

/** From the first moment that the region made known to the last day that is planned. */
export function calendarReach(region: RegionDefinition, until: CalendarDate): Period {
  const [first = until] = region.series
    .map(firstKnownDate)
    .filter((date) => date !== undefined)
    .toSorted();
  return { from: first < until ? first : until, until };
}

function isWholeMonths({ from, until }: Period): boolean {
  return from === firstDay(monthOf(from)) && until === lastDay(monthOf(until));
}

function step(period: Period, direction: -1 | 1): Period {
  if (!isWholeMonths(period)) {
    const days = lengthOf(period) * direction;
    return { from: addDays(period.from, days), until: addDays(period.until, days) };
  }
  const count = monthsBetween(period.from, period.until).length;
  const start = addMonths(monthOf(period.from), count * direction);
  return { from: firstDay(start), until: lastDay(addMonths(start, count - 1)) };
}

/** The stretch of the same length just before; whole months stay whole. Null when nothing lies before. */
export const previousPeriod = (shown: Period, reach: Period): Period | null =>
  shown.from <= reach.from ? null : step(shown, -1);

/** The stretch of the same length just after; whole months stay whole. Null when nothing lies after. */
export const nextPeriod = (shown: Period, reach: Period): Period | null =>
  shown.until >= reach.until ? null : step(shown, 1);

const yearOf = (date: CalendarDate | Month): number => Number(date.slice(0, 4));

/** The years that hold moments, in order. */
export function yearsOf(reach: Period): number[] {
  const first = yearOf(reach.from);
  return Array.from({ length: yearOf(reach.until) - first + 1 }, (_, at) => first + at);
}

/** The months of a year that hold moments, in order. */
export const monthsOfYear = (year: number, reach: Period): Month[] =>
  monthsBetween(reach.from, reach.until).filter((candidate) => yearOf(candidate) === year);

/** Where a jump to a year lands: the month that is shown now, or the nearest one that holds moments. */
export function monthInYear(year: number, shown: Period, reach: Period): Month {
  const wanted = month(`${year}-${shown.from.slice(5, 7)}`);
  const [first, last] = [monthOf(reach.from), monthOf(reach.until)];
  if (wanted < first) return first;
  return wanted > last ? last : wanted;
}
