import {
  BatchGetItemCommand,
  DynamoDBClient,
  QueryCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { asId, calendarDate } from "@digihulp/kernel";
import { digiclubId } from "@digihulp/region";
import { openTable } from "@digihulp/store";
import type { Table } from "@digihulp/store";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { occurrenceId } from "../domain/occurrence.ts";
import { agendaTable } from "../store/agenda-table.ts";
import {
  aDropIn,
  aMember,
  aPerson,
  asked,
  DAYS_BEFORE,
  deskScope,
  ON_THE_DAY,
  plan,
} from "./attendance-examples.ts";
import { bookClient } from "./book-client.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { checkInClient } from "./check-in-client.ts";
import { countVisitor } from "./count-visitor.ts";
import { nextMoments } from "./next-moments.ts";
import { receiveWalkIn } from "./receive-walk-in.ts";
import { todayAt } from "./today-at.ts";

const desk = aMember("desk-destelbergen-bibliotheek");
const scope = deskScope(desk, "destelbergen", "booking:make");
const LIBRARY = digiclubId("destelbergen-bibliotheek");
const REINAERT = digiclubId("destelbergen-reinaert");
const moment = aDropIn();
const on = (date: string, series: string, digiclub = LIBRARY) =>
  aDropIn({
    id: occurrenceId(asId("ser", series), calendarDate(date)),
    date: calendarDate(date),
    digiclub,
  });

let fixture: TestTable;
let table: Table;
let calls: string[];
/** How many calls had to wait for one another. */
let trips: number;

/** The test table with every call noted. */
function noted(): Table {
  const real = fixture.sessions.clientFor(scope);
  const client = new DynamoDBClient({ region: "eu-central-1" });
  const mock = mockClient(client);
  let finished = 0;
  const note = async <Answer>(name: string, send: () => Promise<Answer>): Promise<Answer> => {
    calls.push(name);
    const trip = finished + 1;
    const answer = await send();
    finished = Math.max(finished, trip);
    trips = finished;
    return answer;
  };
  mock
    .on(BatchGetItemCommand)
    .callsFake((input) => note("batch", () => real.send(new BatchGetItemCommand(input))));
  mock
    .on(QueryCommand)
    .callsFake((input) => note("query", () => real.send(new QueryCommand(input))));
  mock
    .on(TransactWriteItemsCommand)
    .callsFake((input) =>
      note("transaction", () => real.send(new TransactWriteItemsCommand(input))),
    );
  return openTable({
    definition: fixture.definition,
    sessions: { clientFor: () => client },
    now: () => Date.parse("2026-11-27T13:20:00Z"),
  });
}

beforeEach(async () => {
  fixture = await testTable(agendaTable);
  calls = [];
  trips = 0;
  table = noted();
  const { sessions, definition } = fixture;
  const open = openTable({ definition, sessions, now: () => Date.parse("2026-11-20T09:00:00Z") });
  await plan(open, moment);
  await plan(open, on("2026-11-27", "reinaert", REINAERT));
  await plan(open, on("2026-12-04", "examples"));
  await plan(open, { ...on("2026-12-02", "cancelled"), state: "cancelled" });
  await plan(open, on("2027-01-06", "reinaert", REINAERT), { capacity: 8, taken: 8 });
});

const whom = { occurrence: moment.id, person: aPerson(1) };
const early = (key: string) => asked(desk, DAYS_BEFORE, key);
const there = (key: string) => asked(desk, ON_THE_DAY, key);

describe("a desk command", () => {
  it("costs one batch read and one transaction", async () => {
    const commands = [
      () => bookClient({ table })(scope, { ...whom, asked: early("1") }),
      () => cancelBooking({ table })(scope, { ...whom, asked: early("2") }),
      () => receiveWalkIn({ table })(scope, { ...whom, asked: there("3") }),
      () => bookClient({ table })(scope, { ...whom, person: aPerson(2), asked: early("4") }),
      () => checkInClient({ table })(scope, { ...whom, person: aPerson(2), asked: there("5") }),
      () => countVisitor({ table })(scope, { ...whom, change: 1, asked: there("6") }),
    ];
    for (const command of commands) {
      calls = [];
      expect((await command()).ok).toBe(true);
      expect(calls).toEqual(["batch", "transaction"]);
    }
  });
});

describe("the day of a place of work", () => {
  it("takes two round trips, and reads who comes only at that place", async () => {
    const day = await todayAt({ table })(scope, { date: ON_THE_DAY.date, digiclub: LIBRARY });
    expect(day.moments.map(({ occurrence }) => occurrence.id)).toEqual([moment.id]);
    expect(day.elsewhere.map(({ digiclub }) => digiclub)).toEqual([REINAERT]);
    expect([calls, trips]).toEqual([["query", "query"], 2]);
  });

  it("is the whole municipality's for who works in no Digiclub, in the same two", async () => {
    const day = await todayAt({ table })(scope, { date: ON_THE_DAY.date });
    expect([day.moments.length, day.elsewhere.length, trips]).toEqual([2, 0, 2]);
  });

  it("without moments names the next that goes on, in the same two", async () => {
    const date = calendarDate("2026-12-01");
    const day = await todayAt({ table })(scope, { date, digiclub: LIBRARY });
    expect([day.next?.date, trips]).toEqual(["2026-12-04", 2]);
  });
});

describe("the moments to plan somebody into", () => {
  it("take two round trips: the months at once, then places and bookings in one batch", async () => {
    await bookClient({ table })(scope, { ...whom, asked: early("1") });
    calls = [];
    table = noted();
    const found = await nextMoments({ table })(scope, {
      person: whom.person,
      now: DAYS_BEFORE,
      digiclub: LIBRARY,
    });
    expect(
      found.own.map(({ occurrence, seats, booking }) => [
        occurrence.date,
        seats.taken,
        booking?.state,
      ]),
    ).toEqual([
      ["2026-11-27", 1, "booked"],
      ["2026-12-04", 0, undefined],
    ]);
    expect(found.others.map(({ occurrence }) => occurrence.date)).toEqual(["2026-11-27"]);
    expect([calls, trips]).toEqual([["query", "query", "query", "batch"], 2]);
  });
});
