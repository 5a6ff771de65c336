import { accept, addDays, daysBetween, refuse } from "@digihulp/kernel";
import type { CalendarDate, Result } from "@digihulp/kernel";

/** A stretch of the calendar, both days included. */
export type Period = { readonly from: CalendarDate; readonly until: CalendarDate };

/** What somebody asks for: both days, one of them, or neither. */
export type AskedPeriod = {
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
};

/** Why that part of the calendar is not shown. */
export type PeriodRefusal =
  | { readonly kind: "until-before-from" }
  | { readonly kind: "outside-calendar" }
  | { readonly kind: "period-too-long"; readonly mostDays: number };

/** Eight weeks: what somebody can plan for and one screen can hold. */
export const PAGE_DAYS = 56;
/** How far ahead every series stands in the agenda: beyond the feed's days and a year's flyer. */
export const DAYS_AHEAD = 400;
/** Thirteen weeks, or any three whole months. */
export const PAGE_MOST_DAYS = 92;
/** Three years: a subscription never needs more, and one call stays within what a function may read. */
export const FEED_MOST_DAYS = 1100;
const FEED_DAYS_BACK = 60;
const FEED_DAYS_AHEAD = 180;

// Far enough from the ends of the kernel's calendar that every next and previous stretch exists.
const EARLIEST = "2000-01-01";
const LATEST = "2150-12-31";
const isOutside = (date: CalendarDate): boolean => date < EARLIEST || date > LATEST;

const later = (one: CalendarDate, other: CalendarDate): CalendarDate => (one > other ? one : other);
const sooner = (one: CalendarDate, other: CalendarDate): CalendarDate =>
  one < other ? one : other;

/** How many days a period counts. */
export const lengthOf = ({ from, until }: Period): number => daysBetween(from, until) + 1;

function checked(period: Period, mostDays: number): Result<Period, PeriodRefusal> {
  if (period.until < period.from) return refuse({ kind: "until-before-from" });
  if (isOutside(period.from) || isOutside(period.until))
    return refuse({ kind: "outside-calendar" });
  return lengthOf(period) > mostDays
    ? refuse({ kind: "period-too-long", mostDays })
    : accept(period);
}

function completed({ from, until }: AskedPeriod, today: CalendarDate): Period {
  if (from && until) return { from, until };
  if (until) return { from: addDays(until, 1 - PAGE_DAYS), until };
  const start = from ?? today;
  return { from: start, until: addDays(start, PAGE_DAYS - 1) };
}

const asks = ({ from, until }: AskedPeriod): CalendarDate[] =>
  [from, until].filter((date) => date !== undefined);

/** What the page shows: eight weeks from today, unless the visitor asks for other days. */
export function pagePeriod(asked: AskedPeriod, today: CalendarDate): Result<Period, PeriodRefusal> {
  if (asks(asked).some(isOutside)) return refuse({ kind: "outside-calendar" });
  return checked(completed(asked, today), PAGE_MOST_DAYS);
}

/**
 * What the feed holds: 60 days back to 180 ahead. Who names one end gets the other end of that default,
 * or, where it lies too far away, as many days as one call gives.
 */
export function feedPeriod(asked: AskedPeriod, today: CalendarDate): Result<Period, PeriodRefusal> {
  if (asks(asked).some(isOutside)) return refuse({ kind: "outside-calendar" });
  const back = addDays(today, -FEED_DAYS_BACK);
  const ahead = addDays(today, FEED_DAYS_AHEAD);
  const { from, until } = asked;
  if (from && until) return checked({ from, until }, FEED_MOST_DAYS);
  if (from) {
    const most = addDays(from, FEED_MOST_DAYS - 1);
    return accept({ from, until: sooner(most, later(ahead, addDays(from, FEED_DAYS_AHEAD))) });
  }
  if (!until) return accept({ from: back, until: ahead });
  const least = addDays(until, 1 - FEED_MOST_DAYS);
  return accept({ from: later(least, sooner(back, addDays(until, -FEED_DAYS_BACK))), until });
}
