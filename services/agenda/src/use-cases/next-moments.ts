import type { Scope } from "@digihulp/access";
import { addDays } from "@digihulp/kernel";
import type { WallTime } from "@digihulp/kernel";
import type { DigiclubId } from "@digihulp/region";
import type { PersonId } from "../domain/booking.ts";
import { PAGE_DAYS } from "../domain/period.ts";
import { candidates, offered } from "../domain/planning.ts";
import type { Ahead, Places } from "../domain/planning.ts";
import { momentsBetween, placesFor } from "../store/attendance-reads.ts";
import type { AttendanceDeps } from "./booking-command.ts";

export type WhomAndWhere = {
  readonly person: PersonId;
  readonly now: WallTime;
  readonly digiclub?: DigiclubId | undefined;
};

/** The next moments with a free place for somebody, one's own Digiclub apart: two round trips. */
export const nextMoments =
  ({ table }: AttendanceDeps) =>
  async (scope: Scope, { person, now, digiclub }: WhomAndWhere): Promise<Places<Ahead>> => {
    const scoped = table.within(scope);
    const last = addDays(now.date, PAGE_DAYS - 1);
    const moments = await momentsBetween(scoped, now.date, last);
    const { own, others } = candidates(moments, now, digiclub);
    const places = await placesFor(scoped, [...own, ...others], person);
    return {
      own: offered(places.slice(0, own.length)),
      others: offered(places.slice(own.length)),
    };
  };
