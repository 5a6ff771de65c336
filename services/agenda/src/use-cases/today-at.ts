import type { Scope } from "@digihulp/access";
import { addDays } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import type { DigiclubId } from "@digihulp/region";
import type { Occurrence } from "../domain/occurrence.ts";
import { PAGE_DAYS } from "../domain/period.ts";
import { momentsBetween, momentSheet } from "../store/attendance-reads.ts";
import type { MomentSheet } from "../store/attendance-reads.ts";
import type { AttendanceDeps } from "./booking-command.ts";

export type WhereAndWhen = {
  readonly date: CalendarDate;
  /** The place of work; everything of the municipality without one. */
  readonly digiclub?: DigiclubId | undefined;
};

export type DayOfWork = {
  readonly moments: readonly MomentSheet[];
  /** Other moments of that day in the municipality: who comes there is read only by who asks for it. */
  readonly elsewhere: readonly Occurrence[];
  /** On a day without moments: the next one, within eight weeks. */
  readonly next: Occurrence | undefined;
};

/** What happens today at the place of work, and who comes: two round trips. */
export const todayAt =
  ({ table }: AttendanceDeps) =>
  async (scope: Scope, { date, digiclub }: WhereAndWhen): Promise<DayOfWork> => {
    const scoped = table.within(scope);
    const isHere = (moment: Occurrence): boolean => !digiclub || moment.digiclub === digiclub;
    const ofDay = await momentsBetween(scoped, date, date);
    const here = ofDay.filter(isHere);
    const elsewhere = ofDay.filter((moment) => !isHere(moment));
    if (here.length === 0) {
      const ahead = await momentsBetween(scoped, addDays(date, 1), addDays(date, PAGE_DAYS));
      const next = ahead.find((moment) => isHere(moment) && moment.state === "planned");
      return { moments: [], elsewhere, next };
    }
    const sheets = await Promise.all(here.map(({ id }) => momentSheet(scoped, id)));
    return { moments: sheets.filter((sheet) => sheet !== undefined), elsewhere, next: undefined };
  };
