import { asId, calendarDate, clockTime } from "@digihulp/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bookClient,
  cancelBooking,
  checkInClient,
  markAbsent,
  receiveWalkIn,
  undoAttendance,
} from "./attendance.ts";
import type { Before, Decide } from "./attendance.ts";
import type { Booking, PersonId } from "./booking.ts";
import { anOccurrence } from "./examples.ts";

const at = (date: string, time: string) => ({ date: calendarDate(date), time: clockTime(time) });
/** The example moment is on 26 September 2023, from 16.30 to 18.30. */
const MOMENT = anOccurrence();
const WEEK_BEFORE = at("2023-09-19", "10:00");
const DURING = at("2023-09-26", "16:45");
const AFTERWARDS = at("2023-09-26", "18:30");
const NEXT_MORNING = at("2023-09-27", "09:00");

const person = asId("per", "AN00");
const question = asId("qst", "EBOX");
const wish = { person, question };
const noted = DURING;
const STATES = {
  nobody: undefined,
  booked: { person, question, state: "booked" },
  present: { person, question, state: "present", noted },
  absent: { person, question, state: "absent", noted },
  cancelled: { person, question, state: "cancelled" },
} as const satisfies Record<string, Booking | undefined>;
type State = keyof typeof STATES;

const COMMANDS = {
  bookClient,
  receiveWalkIn,
  checkInClient,
  markAbsent,
  undoAttendance,
  cancelBooking,
} as const satisfies Record<string, Decide>;
type Command = keyof typeof COMMANDS;

const before = (state: State, changes: Partial<Before> = {}): Before => ({
  occurrence: MOMENT,
  seats: { capacity: 8, taken: 3 },
  booking: STATES[state],
  ...changes,
});

/** What a command comes to while the moment goes on: the state after it, or the refusal. */
const DURING_THE_MOMENT: Record<State, Record<Command, string>> = {
  nobody: {
    bookClient: "booked",
    receiveWalkIn: "present",
    checkInClient: "not-booked",
    markAbsent: "not-booked",
    undoAttendance: "not-booked",
    cancelBooking: "not-booked",
  },
  booked: {
    bookClient: "already-booked",
    receiveWalkIn: "present",
    checkInClient: "present",
    markAbsent: "absent",
    undoAttendance: "booked",
    cancelBooking: "cancelled",
  },
  present: {
    bookClient: "already-booked",
    receiveWalkIn: "present",
    checkInClient: "present",
    markAbsent: "already-present",
    undoAttendance: "booked",
    cancelBooking: "already-present",
  },
  absent: {
    bookClient: "already-booked",
    receiveWalkIn: "present",
    checkInClient: "present",
    markAbsent: "absent",
    undoAttendance: "booked",
    cancelBooking: "already-absent",
  },
  cancelled: {
    bookClient: "booked",
    receiveWalkIn: "present",
    checkInClient: "booking-cancelled",
    markAbsent: "booking-cancelled",
    undoAttendance: "booking-cancelled",
    cancelBooking: "cancelled",
  },
};

const SEATS_CHANGE: Record<string, number> = {
  "nobody-booked": 1,
  "nobody-present": 1,
  "cancelled-booked": 1,
  "cancelled-present": 1,
  "booked-cancelled": -1,
};

const cases = Object.entries(DURING_THE_MOMENT).flatMap(([state, row]) =>
  Object.entries(row).map(([command, outcome]) => ({ state, command, outcome })),
);
const stateOf = (text: string): State =>
  Object.keys(STATES).find((known): known is State => known === text)!;
const commandOf = (text: string): Command =>
  Object.keys(COMMANDS).find((known): known is Command => known === text)!;
const run = (command: string, given: Before, now = DURING) =>
  COMMANDS[commandOf(command)](given, wish, now);
const word = (decided: ReturnType<Decide>): string =>
  decided.ok ? decided.value.booking.state : decided.refusal.kind;

describe("while the moment goes on", () => {
  it.each(cases)("$state, then $command: $outcome", ({ state, command, outcome }) => {
    const decided = run(command, before(stateOf(state)));
    expect(word(decided)).toBe(outcome);
    if (!decided.ok) return;
    const { seats, happened } = decided.value;
    expect((seats?.taken ?? 3) - 3).toBe(SEATS_CHANGE[`${state}-${outcome}`] ?? 0);
    expect(happened === undefined).toBe(state === outcome);
  });

  it("a place is kept with its question, whatever becomes of it", () => {
    const kept = cases.map(({ state, command }) => run(command, before(stateOf(state))));
    const questions = kept.flatMap((decided) =>
      decided.ok ? [decided.value.booking.question] : [],
    );
    expect(new Set(questions)).toEqual(new Set([question]));
  });

  it("a tick says when it was made, and a second tick keeps the first time", () => {
    const later = at("2023-09-26", "17:20");
    expect(run("checkInClient", before("booked"))).toMatchObject({ value: { booking: { noted } } });
    const again = checkInClient(before("present"), wish, later);
    expect(again).toMatchObject({ value: { booking: { noted } } });
  });
});

describe("the last place", () => {
  const seats = { capacity: 8, taken: 8 };

  it("is not given twice, to nobody who books and nobody who walks in", () => {
    expect(word(run("bookClient", before("nobody", { seats })))).toBe("no-seat-left");
    expect(word(run("receiveWalkIn", before("cancelled", { seats })))).toBe("no-seat-left");
  });

  it("does not keep out who has one", () => {
    expect(word(run("receiveWalkIn", before("booked", { seats })))).toBe("present");
  });

  it("comes free when somebody calls off", () => {
    const freed = run("cancelBooking", before("booked", { seats }));
    expect(freed).toMatchObject({ value: { seats: { taken: 7 } } });
  });
});

describe("before its day", () => {
  const outcomes = (state: State) =>
    Object.keys(COMMANDS).map((command) => [
      command,
      word(run(command, before(state), WEEK_BEFORE)),
    ]);

  it("a moment takes bookings and gives them back, but nobody is there yet", () => {
    expect(Object.fromEntries(outcomes("nobody"))).toMatchObject({
      bookClient: "booked",
      receiveWalkIn: "moment-not-yet",
    });
    expect(Object.fromEntries(outcomes("booked"))).toMatchObject({
      checkInClient: "moment-not-yet",
      receiveWalkIn: "moment-not-yet",
      markAbsent: "moment-not-yet",
      cancelBooking: "cancelled",
    });
  });
});

describe("when it is over", () => {
  it("nobody gets a place and nobody calls off", () => {
    for (const now of [AFTERWARDS, NEXT_MORNING]) {
      expect(word(run("bookClient", before("nobody"), now))).toBe("moment-over");
      expect(word(run("receiveWalkIn", before("nobody"), now))).toBe("moment-over");
      expect(word(run("cancelBooking", before("booked"), now))).toBe("moment-over");
    }
  });

  it("who came or did not come is still noted, from a list on paper the next morning", () => {
    for (const now of [AFTERWARDS, NEXT_MORNING]) {
      expect(word(run("checkInClient", before("booked"), now))).toBe("present");
      expect(word(run("markAbsent", before("booked"), now))).toBe("absent");
    }
  });

  it("a tick is taken back on the day it was made, and not later", () => {
    expect(word(run("undoAttendance", before("present"), AFTERWARDS))).toBe("booked");
    expect(word(run("undoAttendance", before("present"), NEXT_MORNING))).toBe("undo-too-late");
    const late: Booking = { person, state: "absent", noted: NEXT_MORNING };
    const evening = at("2023-09-27", "21:00");
    expect(word(run("undoAttendance", before("booked", { booking: late }), evening))).toBe(
      "booked",
    );
  });
});

describe("a cancelled moment", () => {
  const occurrence = anOccurrence({ state: "cancelled" });

  it("takes nobody in, and lets everybody go", () => {
    const outcomes = Object.keys(COMMANDS).map((command) => [
      command,
      word(run(command, before("booked", { occurrence }))),
    ]);
    expect(Object.fromEntries(outcomes)).toEqual({
      bookClient: "moment-cancelled",
      receiveWalkIn: "moment-cancelled",
      checkInClient: "moment-cancelled",
      markAbsent: "moment-cancelled",
      undoAttendance: "booked",
      cancelBooking: "cancelled",
    });
  });
});

const PEOPLE = ["AN00", "BO00", "CE00", "DI00"].map((body) => asId("per", body));
const TIMES = [WEEK_BEFORE, DURING, AFTERWARDS, NEXT_MORNING];
const step = fc.record({
  command: fc.constantFrom(...Object.keys(COMMANDS)),
  who: fc.nat(PEOPLE.length - 1),
  when: fc.nat(TIMES.length - 1),
});

describe("whatever is pressed, in whatever order", () => {
  it("the places taken are the bookings that stand, and never more than there are", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(3), (steps, capacity) => {
        const bookings = new Map<PersonId, Booking>();
        let seats = { capacity, taken: 0 };
        for (const { command, who, when } of steps.toSorted((a, b) => a.when - b.when)) {
          const one = PEOPLE[who]!;
          const given = { occurrence: MOMENT, seats, booking: bookings.get(one) };
          const decided = COMMANDS[commandOf(command)](given, { person: one }, TIMES[when]!);
          if (decided.ok) {
            bookings.set(one, decided.value.booking);
            seats = decided.value.seats ?? seats;
          }
          const standing = [...bookings.values()].filter(({ state }) => state !== "cancelled");
          expect(seats.taken).toBe(standing.length);
          expect(seats.taken).toBeLessThanOrEqual(capacity);
        }
      }),
      { numRuns: 500 },
    );
  });
});
