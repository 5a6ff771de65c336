import { brusselsWallTime, daysBetween } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";

/** Whole days since a question was asked (`at` in milliseconds since 1970), never less than none. */
export const daysWaiting = (at: number, today: CalendarDate): number =>
  Math.max(0, daysBetween(brusselsWallTime(at).date, today));
