import { asId } from "@digihulp/kernel";
import { openTable } from "@digihulp/store";
import type { Table } from "@digihulp/store";
import { testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { occurrenceId } from "../domain/occurrence.ts";
import { momentSheet } from "../store/attendance-reads.ts";
import { agendaTable } from "../store/agenda-table.ts";
import {
  aDropIn,
  aMember,
  aPerson,
  asked,
  DAYS_BEFORE,
  deskScope,
  happened,
  ON_THE_DAY,
  plan,
  places,
} from "./attendance-examples.ts";
import { bookClient } from "./book-client.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { checkInClient } from "./check-in-client.ts";
import { countVisitor } from "./count-visitor.ts";
import { markAbsent } from "./mark-absent.ts";
import { receiveWalkIn } from "./receive-walk-in.ts";
import { undoAttendance } from "./undo-attendance.ts";

const NOW = Date.parse("2026-11-27T13:20:00Z");
const desk = aMember("desk-destelbergen-bibliotheek");
const scope = deskScope(desk, "destelbergen", "booking:make");
const moment = aDropIn();
const an = aPerson(1);
const question = asId("qst", "EBOX");

let fixture: TestTable;
let table: Table;
let ticks = 0;
beforeEach(async () => {
  fixture = await testTable(agendaTable);
  table = openTable({
    definition: fixture.definition,
    sessions: fixture.sessions,
    // Events of one test stand in the order in which they happened.
    now: () => NOW + (ticks += 1),
    pause: async () => {},
  });
  await plan(table, moment);
});

const early = (key?: string) => asked(desk, DAYS_BEFORE, key);
const there = (key?: string) => asked(desk, ON_THE_DAY, key);
const forAn = { occurrence: moment.id, person: an };
const book = (key?: string) =>
  bookClient({ table })(scope, { ...forAn, question, asked: early(key) });
const lastEvent = async () =>
  (await fixture.rows())
    .filter(({ type }) => type === "event")
    .toSorted((a, b) => Number(a["at"]) - Number(b["at"]))
    .at(-1);

describe("somebody is planned in and comes", () => {
  it("with a place, a booking and an event in one commit, and the tick a few days later", async () => {
    expect(await book()).toEqual({
      ok: true,
      value: { person: an, question, state: "booked" },
    });
    expect(places(await fixture.rows())).toEqual({ taken: 1, standing: 1, present: 0 });
    const checkedIn = await checkInClient({ table })(scope, { ...forAn, asked: there() });
    expect(checkedIn).toEqual({
      ok: true,
      value: { person: an, question, state: "present", noted: ON_THE_DAY },
    });
    expect(happened(await fixture.rows())).toEqual(["booking-made", "client-attended"]);
  });

  it("and the events say who, what and when in ids alone", async () => {
    await book();
    expect(await lastEvent()).toMatchObject({
      name: "booking-made",
      subject: moment.id,
      scope: scope.tag,
      actor: { kind: "member", role: "desk-worker", onBehalfOf: scope.tag },
      detail: { occurrence: moment.id, person: an, question },
    });
    await checkInClient({ table })(scope, { ...forAn, asked: there() });
    expect((await lastEvent())?.["detail"]).toEqual({
      occurrence: moment.id,
      person: an,
      question,
    });
    await countVisitor({ table })(scope, { occurrence: moment.id, change: 1, asked: there() });
    expect((await lastEvent())?.["detail"]).toEqual({ occurrence: moment.id, visitors: 1 });
  });

  it("or calls off: the place is free in the same commit, and can be booked again", async () => {
    await book();
    const cancelled = await cancelBooking({ table })(scope, { ...forAn, asked: early() });
    expect(cancelled).toMatchObject({ value: { state: "cancelled" } });
    expect(places(await fixture.rows())).toEqual({ taken: 0, standing: 0, present: 0 });
    expect(await book()).toMatchObject({ value: { state: "booked" } });
    expect(places(await fixture.rows())).toEqual({ taken: 1, standing: 1, present: 0 });
  });

  it("or walks in unexpected: place, booking and tick are one commit and one event", async () => {
    const received = await receiveWalkIn({ table })(scope, { ...forAn, asked: there() });
    expect(received).toMatchObject({ value: { state: "present", noted: ON_THE_DAY } });
    expect(places(await fixture.rows())).toEqual({ taken: 1, standing: 1, present: 1 });
    expect(happened(await fixture.rows())).toEqual(["client-attended"]);
  });
});

describe("a refusal", () => {
  it("writes nothing at all", async () => {
    await book();
    const before = await fixture.rows();
    expect(await book("another-form")).toEqual({ ok: false, refusal: { kind: "already-booked" } });
    expect(await fixture.rows()).toEqual(before);
  });

  it("names a moment that is not there, or that is another municipality's, the same", async () => {
    const nowhere = occurrenceId(asId("ser", "nowhere"), ON_THE_DAY.date);
    const deinze = aMember("desk-deinze-dienstencentrum");
    const theirs = deskScope(deinze, "deinze", "booking:make");
    const missing = await bookClient({ table })(scope, {
      occurrence: nowhere,
      person: an,
      asked: early(),
    });
    const foreign = await bookClient({ table })(theirs, {
      occurrence: moment.id,
      person: an,
      asked: asked(deinze, DAYS_BEFORE),
    });
    expect(missing).toEqual({ ok: false, refusal: { kind: "occurrence-unknown" } });
    expect(foreign).toEqual(missing);
  });
});

describe("a form sent twice", () => {
  it("books once and answers the same, also when it was called off in between", async () => {
    const first = await book("form-1");
    expect(await book("form-1")).toEqual(first);
    await cancelBooking({ table })(scope, { ...forAn, asked: early("form-2") });
    expect(await book("form-1")).toEqual(first);
    expect(places(await fixture.rows())).toEqual({ taken: 0, standing: 0, present: 0 });
  });

  it("counts a visitor once", async () => {
    const count = (key: string) =>
      countVisitor({ table })(scope, { occurrence: moment.id, change: 1, asked: there(key) });
    expect(await count("tap-1")).toEqual({ ok: true, value: 1 });
    expect(await count("tap-1")).toEqual({ ok: true, value: 1 });
    expect(await count("tap-2")).toEqual({ ok: true, value: 2 });
  });

  it("for somebody else under the same key is refused", async () => {
    await book("form-1");
    const other = await bookClient({ table })(scope, {
      occurrence: moment.id,
      person: aPerson(2),
      asked: early("form-1"),
    });
    expect(other).toEqual({ ok: false, refusal: { kind: "idempotency-key-reused" } });
  });
});

const USE_CASES = {
  bookClient,
  receiveWalkIn,
  checkInClient,
  markAbsent,
  undoAttendance,
  cancelBooking,
};
type Verb = keyof typeof USE_CASES;
type State = "nobody" | "booked" | "present" | "absent" | "cancelled";

/** The model: where each command leads while the moment goes on; what is not listed is refused. */
const LEADS_TO: Record<State, Partial<Record<Verb, State>>> = {
  nobody: { bookClient: "booked", receiveWalkIn: "present" },
  booked: {
    receiveWalkIn: "present",
    checkInClient: "present",
    markAbsent: "absent",
    undoAttendance: "booked",
    cancelBooking: "cancelled",
  },
  present: { receiveWalkIn: "present", checkInClient: "present", undoAttendance: "booked" },
  absent: {
    receiveWalkIn: "present",
    checkInClient: "present",
    markAbsent: "absent",
    undoAttendance: "booked",
  },
  cancelled: { bookClient: "booked", receiveWalkIn: "present", cancelBooking: "cancelled" },
};
const CAPACITY = 2;
const VERBS: readonly Verb[] = [
  "bookClient",
  "receiveWalkIn",
  "checkInClient",
  "markAbsent",
  "undoAttendance",
  "cancelBooking",
];
const isFree = (state: State): boolean => state === "nobody" || state === "cancelled";

describe("whatever the desk presses", () => {
  it("comes to what the model says, on the table as in the answers", async () => {
    let day = 0;
    const steps = fc.array(fc.record({ verb: fc.constantFrom(...VERBS), who: fc.nat(3) }), {
      minLength: 5,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (pressed) => {
        day += 1;
        const id = occurrenceId(asId("ser", `run-${day}`), ON_THE_DAY.date);
        await plan(table, aDropIn({ id }), { capacity: CAPACITY, taken: 0 });
        const model: State[] = ["nobody", "nobody", "nobody", "nobody"];
        let changes = 0;
        for (const { verb, who } of pressed) {
          const from = model[who]!;
          const taken = model.filter((state) => !isFree(state)).length;
          const isFull = isFree(from) && verb !== "cancelBooking" && taken === CAPACITY;
          const to = isFull ? undefined : LEADS_TO[from][verb];
          const command = { occurrence: id, person: aPerson(who), asked: there() };
          const outcome = await USE_CASES[verb]({ table })(scope, command);
          expect(outcome.ok ? outcome.value.state : undefined).toBe(to);
          if (to !== undefined && to !== from) changes += 1;
          model[who] = to ?? from;
        }
        const sheet = await momentSheet(table.within(scope), id);
        const stored = model.map(
          (_, who) =>
            sheet?.bookings.find(({ person }) => person === aPerson(who))?.state ?? "nobody",
        );
        expect(stored).toEqual(model);
        expect(sheet?.seats).toEqual({
          capacity: CAPACITY,
          taken: model.filter((state) => !isFree(state)).length,
        });
        const told = (await fixture.rows()).filter(
          ({ type, subject, name }) =>
            type === "event" && subject === id && name !== "occurrences-planned",
        );
        expect(told).toHaveLength(changes);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
