import type { Scope } from "@digihulp/access";
import { monthsBetween } from "@digihulp/kernel";
import type { CalendarDate, Month } from "@digihulp/kernel";
import type { ScopedTable, Table } from "@digihulp/store";
import type { Occurrence, OccurrenceId } from "../domain/occurrence.ts";
import { occurrenceFrom } from "./occurrence-item.ts";

/** What anyone may read of the agenda. */
export type PublicAgenda = {
  /** Every moment between two dates, both included, in order of time: one round trip. */
  readonly between: (
    scope: Scope,
    from: CalendarDate,
    until: CalendarDate,
  ) => Promise<Occurrence[]>;
  readonly find: (scope: Scope, id: OccurrenceId) => Promise<Occurrence | undefined>;
};

type Days = { readonly from: CalendarDate; readonly until: CalendarDate };

async function month(table: ScopedTable, of: Month, { from, until }: Days): Promise<Occurrence[]> {
  const found: Occurrence[] = [];
  const asked = {
    partition: ["month", of],
    index: "publicByMonth",
    // '~' sorts after every character that follows a date in a sort key.
    between: [from, `${until}~`] as const,
  };
  for (let page = await table.query(asked); ;) {
    found.push(...page.rows.map(occurrenceFrom));
    if (!page.after) return found;
    page = await table.query({ ...asked, after: page.after });
  }
}

/** The public agenda in the service's own table, read through its public indexes. */
export const publicAgenda = (table: Table): PublicAgenda => ({
  between: async (scope, from, until) => {
    const scoped = table.within(scope);
    const months = monthsBetween(from, until).map((of) => month(scoped, of, { from, until }));
    return (await Promise.all(months)).flat();
  },
  find: async (scope, id) => {
    const { rows } = await table
      .within(scope)
      .query({ partition: [id], index: "publicById", limit: 1 });
    const [row] = rows;
    return row && occurrenceFrom(row);
  },
});
