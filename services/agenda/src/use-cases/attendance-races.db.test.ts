import {
  BatchGetItemCommand,
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { TransactWriteItem, TransactWriteItemsCommandInput } from "@aws-sdk/client-dynamodb";
import { openTable } from "@digihulp/store";
import type { Table } from "@digihulp/store";
import { inParallel, tally, testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { agendaTable } from "../store/agenda-table.ts";
import { occurrenceItem } from "../store/occurrence-item.ts";
import {
  aDropIn,
  aMember,
  aPerson,
  asked,
  DAYS_BEFORE,
  deskScope,
  happened,
  ON_THE_DAY,
  places,
  plan,
} from "./attendance-examples.ts";
import { bookClient } from "./book-client.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { checkInClient } from "./check-in-client.ts";
import { countVisitor } from "./count-visitor.ts";

const NOW = Date.parse("2026-11-27T13:20:00Z");
const desk = aMember("desk-destelbergen-bibliotheek");
const scope = deskScope(desk, "destelbergen", "booking:make");
const moment = aDropIn();

let fixture: TestTable;
beforeEach(async () => {
  fixture = await testTable(agendaTable);
});

const open = (sessions = fixture.sessions): Table =>
  openTable({ definition: fixture.definition, sessions, now: () => NOW, pause: async () => {} });

type Fault = {
  /** Every so many transactions one is cancelled for a conflict. */
  readonly conflictEvery?: number;
  /** Writes whatever was decided, whatever stands there: shows that the test can fail. */
  readonly withoutConditions?: boolean;
  /** So many transactions wait for each other, so that all of them decided on the same rows. */
  readonly together?: number;
  /** Happens after the first decision and before its transaction. */
  readonly meanwhile?: () => Promise<unknown>;
};

const unconditional = ({ Put, ConditionCheck }: TransactWriteItem): TransactWriteItem[] => {
  if (ConditionCheck || !Put) return [];
  return [{ Put: { TableName: Put.TableName, Item: Put.Item } }];
};

const conflict = () =>
  new TransactionCanceledException({
    message: "cancelled",
    $metadata: {},
    CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
  });

/** A table whose transactions meet trouble on the way to the real one. */
function troubled({ conflictEvery, withoutConditions, together = 1, meanwhile }: Fault): Table {
  const real = fixture.sessions.clientFor(scope);
  const client = new DynamoDBClient({ region: "eu-central-1" });
  const mock = mockClient(client);
  let sent = 0;
  let openGate = (): void => {};
  const gate = new Promise<void>((resolve) => (openGate = resolve));
  const transact = async (input: TransactWriteItemsCommandInput) => {
    sent += 1;
    const mine = sent;
    if (mine === 1) await meanwhile?.();
    if (mine >= together) openGate();
    await gate;
    if (conflictEvery && mine % conflictEvery === 0) throw conflict();
    const { TransactItems = [] } = input;
    const items = withoutConditions ? TransactItems.flatMap(unconditional) : TransactItems;
    return real.send(new TransactWriteItemsCommand({ ...input, TransactItems: items }));
  };
  mock.on(BatchGetItemCommand).callsFake((input) => real.send(new BatchGetItemCommand(input)));
  mock.on(TransactWriteItemsCommand).callsFake(transact);
  return open({ clientFor: () => client });
}

type Outcome = Awaited<ReturnType<ReturnType<typeof bookClient>>>;
const word = (outcome: Outcome): string =>
  outcome.ok ? outcome.value.state : outcome.refusal.kind;

const book = (table: Table, who: number) =>
  bookClient({ table })(scope, {
    occurrence: moment.id,
    person: aPerson(who),
    asked: asked(desk, DAYS_BEFORE, `form-${who}`),
  });
const cancel = (table: Table, who: number) =>
  cancelBooking({ table })(scope, {
    occurrence: moment.id,
    person: aPerson(who),
    asked: asked(desk, DAYS_BEFORE),
  });
const standing = async () => places(await fixture.rows());

describe.each([
  { writers: 50, capacity: 1, faults: [{}, { conflictEvery: 3 }] },
  { writers: 200, capacity: 12, faults: [{ conflictEvery: 10 }] },
])("$writers who want $capacity", ({ writers, capacity, faults }) => {
  const rush = async (fault: Fault) => {
    await plan(open(), moment, { capacity, taken: 0 });
    const table = troubled({ together: writers, ...fault });
    const outcomes = await inParallel(writers, (at) => book(table, at));
    return tally(outcomes.map(word));
  };

  it.each(faults)(
    "get exactly that many, the rest hear that it is full: %o",
    async (fault) => {
      expect(await rush(fault)).toEqual({ booked: capacity, "no-seat-left": writers - capacity });
      expect(await standing()).toMatchObject({ taken: capacity, standing: capacity });
      expect(happened(await fixture.rows())).toHaveLength(capacity);
    },
    60_000,
  );

  it("get too many without the conditions, so this test can fail", async () => {
    const outcomes = await rush({ withoutConditions: true });
    expect(outcomes["booked"]).toBeGreaterThan(capacity);
    const { taken, standing: bookings } = await standing();
    expect(taken).not.toBe(bookings);
  }, 60_000);
});

describe("six who call off while twenty want a place", () => {
  const mixed = async (fault: Fault) => {
    await plan(open(), moment, { capacity: 12, taken: 0 });
    for (let who = 0; who < 6; who += 1) await book(open(), who);
    const table = troubled({ together: 26, ...fault });
    const outcomes = await inParallel(26, (at) => (at < 6 ? cancel(table, at) : book(table, at)));
    return tally(outcomes.map(word));
  };

  it.each([{}, { conflictEvery: 4 }])(
    "leave the counter right: %o",
    async (fault) => {
      const outcomes = await mixed(fault);
      const { taken, standing: bookings } = await standing();
      expect(taken).toBe(bookings);
      expect(taken).toBeLessThanOrEqual(12);
      expect(taken).toBe(6 + (outcomes["booked"] ?? 0) - (outcomes["cancelled"] ?? 0));
      expect(outcomes["booked"]).toBeGreaterThan(5);
      expect(outcomes["cancelled"]).toBeGreaterThan(0);
      const names = tally(happened(await fixture.rows()).map(String));
      expect(names["booking-cancelled"]).toBe(outcomes["cancelled"]);
    },
    60_000,
  );

  it("leave it wrong without the conditions, so this test can fail", async () => {
    await mixed({ withoutConditions: true });
    const { taken, standing: bookings } = await standing();
    expect(taken).not.toBe(bookings);
  }, 60_000);
});

describe("two desks and more that tick the same person at once", () => {
  const tick = async (fault: Fault) => {
    await plan(open(), moment);
    await book(open(), 1);
    const table = troubled({ together: 8, ...fault });
    const outcomes = await inParallel(8, (at) =>
      checkInClient({ table })(scope, {
        occurrence: moment.id,
        person: aPerson(1),
        asked: asked(desk, ON_THE_DAY, `desk-${at}`),
      }),
    );
    const events = happened(await fixture.rows());
    return { outcomes, ticks: events.filter((name) => name === "client-attended").length };
  };

  it.each([{}, { conflictEvery: 3 }])("hear the same, and it happened once: %o", async (fault) => {
    const { outcomes, ticks } = await tick(fault);
    const present = { person: aPerson(1), state: "present", noted: ON_THE_DAY };
    expect(outcomes).toEqual(outcomes.map(() => ({ ok: true, value: present })));
    expect(ticks).toBe(1);
  });

  it("would note it more than once without the conditions, so this test can fail", async () => {
    expect((await tick({ withoutConditions: true })).ticks).toBeGreaterThan(1);
  });
});

describe("ten taps at once", () => {
  const tap = async (fault: Fault) => {
    await plan(open(), moment);
    const table = troubled({ together: 10, ...fault });
    await inParallel(10, () =>
      countVisitor({ table })(scope, {
        occurrence: moment.id,
        change: 1,
        asked: asked(desk, ON_THE_DAY),
      }),
    );
    return (await fixture.rows()).find(({ type }) => type === "tally")?.["visitors"];
  };

  it("count ten visitors", async () => {
    expect(await tap({})).toBe(10);
  });

  it("would lose some without the conditions, so this test can fail", async () => {
    expect(await tap({ withoutConditions: true })).toBeLessThan(10);
  });
});

describe("a moment that is cancelled in the same second", () => {
  const late = async (fault: Fault) => {
    await plan(open(), moment);
    const gone = { ...moment, state: "cancelled" as const, version: 2 };
    const callOff = () =>
      open()
        .within(scope)
        .commit({
          writes: [{ kind: "replace", item: occurrenceItem(gone), readVersion: 1 }],
          event: { name: "occurrence-cancelled", actor: desk, subject: moment.id, detail: {} },
        });
    return word(await book(troubled({ meanwhile: callOff, ...fault }), 1));
  };

  it("takes no booking any more", async () => {
    expect(await late({})).toBe("moment-cancelled");
    expect(await standing()).toMatchObject({ taken: 0, standing: 0 });
  });

  it("would take one without the condition, so this test can fail", async () => {
    expect(await late({ withoutConditions: true })).toBe("booked");
  });
});

describe("an answer that got lost on the way", () => {
  it("is given again to who asks again with the same form", async () => {
    await plan(open(), moment);
    const client = new DynamoDBClient({ region: "eu-central-1" });
    const real = fixture.sessions.clientFor(scope);
    const mock = mockClient(client);
    mock.on(BatchGetItemCommand).callsFake((input) => real.send(new BatchGetItemCommand(input)));
    mock.on(TransactWriteItemsCommand).callsFake(async (input) => {
      await real.send(new TransactWriteItemsCommand(input));
      throw new Error("the line went dead");
    });
    const broken = open({ clientFor: () => client });
    await expect(book(broken, 1)).rejects.toThrow("the line went dead");
    expect(word(await book(open(), 1))).toBe("booked");
    expect(await standing()).toMatchObject({ taken: 1, standing: 1 });
    expect(happened(await fixture.rows())).toEqual(["booking-made"]);
  });
});
