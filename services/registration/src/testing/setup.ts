import { personCards } from "@digihulp/people";
import { openTable } from "@digihulp/store";
import type { Table } from "@digihulp/store";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { referrals } from "../store/referrals.ts";
import { register } from "../store/register.ts";
import { registrationTable } from "../store/registration-table.ts";
import { NOW } from "./actors.ts";

/** The table with a list of every call that was made on it, in order. */
export function watched(table: Table): { table: Table; calls: string[] } {
  const calls: string[] = [];
  const noted =
    <Given extends unknown[], Answer>(name: string, call: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      calls.push(name);
      return call(...given);
    };
  const within: Table["within"] = (scope) => {
    const scoped = table.within(scope);
    return {
      load: noted("load", scoped.load),
      loadOnly: noted("loadOnly", scoped.loadOnly),
      query: noted("query", scoped.query),
      commit: noted("commit", scoped.commit),
      putNewer: noted("putNewer", scoped.putNewer),
      remove: noted("remove", scoped.remove),
    };
  };
  return { table: { within }, calls };
}

/** Everything the use cases need, on a new table. The clock moves a second each time it is read. */
export async function setUp() {
  const fixture: TestTable = await testTable(registrationTable);
  let seconds = 0;
  const now = (): number => {
    seconds += 1;
    return NOW + seconds * 1000;
  };
  const opened = openTable({ ...fixture, now: () => NOW, pause: async () => {} });
  const { table, calls } = watched(opened);
  const rowsOf = async (type: string) =>
    (await fixture.rows()).filter((row) => row["type"] === type);
  return {
    fixture,
    table,
    calls,
    now,
    rowsOf,
    cards: personCards(table),
    register: register(table),
    referrals: referrals(table),
  };
}

export type SetUp = Awaited<ReturnType<typeof setUp>>;
