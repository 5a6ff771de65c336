import type { Scope } from "@digihulp/access";
import type { CalendarDate } from "@digihulp/kernel";
import type { Item, Table } from "@digihulp/store";
import * as z from "zod/mini";
import { UpcomingMoment } from "../domain/upcoming-moment.ts";

const PARTITION = ["upcoming"];
/** Every weekly club of a region has a next moment among so many. */
const MOST_MOMENTS = 150;

const upcomingItem = ({ version, ...moment }: UpcomingMoment): Item => ({
  key: { partition: PARTITION, sort: `${moment.date}T${moment.from}|${moment.id}` },
  type: "upcoming",
  version,
  attributes: moment,
});

export type Upcoming = {
  /** The next moments from a date on, in order of time: one round trip. */
  readonly from: (scope: Scope, date: CalendarDate) => Promise<UpcomingMoment[]>;
  readonly put: (scope: Scope, moment: UpcomingMoment) => Promise<void>;
};

/** The read model behind "Binnenkort", fed by the agenda's events. */
export const upcomingMoments = (table: Table): Upcoming => ({
  from: async (scope, date) => {
    const { rows } = await table
      .within(scope)
      .query({ partition: PARTITION, between: [date, "9999"], limit: MOST_MOMENTS });
    return rows.map((row) => z.parse(UpcomingMoment, row));
  },
  put: (scope, moment) => table.within(scope).putNewer(upcomingItem(moment)),
});
