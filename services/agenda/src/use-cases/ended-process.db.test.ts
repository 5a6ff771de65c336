import { asId } from "@digihulp/kernel";
import { openTable } from "@digihulp/store";
import type { Table } from "@digihulp/store";
import { endedAtEveryStep, testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { describe, expect, it } from "vitest";
import { agendaTable } from "../store/agenda-table.ts";
import {
  aDropIn,
  aMember,
  aPerson,
  asked,
  DAYS_BEFORE,
  deskScope,
  plan,
} from "./attendance-examples.ts";
import { bookClient } from "./book-client.ts";

const NOW = Date.parse("2026-11-23T09:00:00Z");
const desk = aMember("desk-destelbergen-bibliotheek");
const scope = deskScope(desk, "destelbergen", "booking:make");
const moment = aDropIn();
const command = {
  occurrence: moment.id,
  person: aPerson(1),
  question: asId("qst", "EBOX"),
  asked: asked(desk, DAYS_BEFORE, "form-1"),
};

let fixture: TestTable;
async function start(): Promise<Table> {
  fixture = await testTable(agendaTable);
  const table = openTable({ ...fixture, now: () => NOW, pause: async () => {} });
  await plan(table, moment);
  return table;
}
const book = (table: Table) => bookClient({ table })(scope, command);
const kinds = async () => {
  const rows = await fixture.rows();
  const count = (type: string) => rows.filter((row) => row["type"] === type).length;
  return { bookings: count("booking"), answers: count("idempotency") };
};

describe("a process that ends while somebody is planned in", () => {
  it("leaves all or nothing, and the same form sent again ends right", async () => {
    const ended = await endedAtEveryStep({
      start,
      work: book,
      afterwards: async (table) => {
        const { bookings, answers } = await kinds();
        expect(bookings).toBe(answers);
        expect((await book(table)).ok).toBe(true);
        expect(await kinds()).toEqual({ bookings: 1, answers: 1 });
      },
    });
    // One batch read and one transaction, each ended before and after it reached the table.
    expect(ended).toBe(4);
  });

  it("is found out when the answer to a retry is not part of the commit", async () => {
    const careless = (table: Table): Table => ({
      within: (of) => {
        const scoped = table.within(of);
        return {
          ...scoped,
          commit: (commit) => scoped.commit({ ...commit, idempotency: undefined }),
        };
      },
    });
    const again = async () => {
      const table = careless(await start());
      await book(table);
      return book(table);
    };
    expect((await again()).ok).toBe(false);
  });
});
