import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { inParallel, tally } from "@digihulp/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { deskOf, scopeFor, socialWorkerOf, tenantRows } from "../testing/actors.ts";
import { intake } from "../testing/people.ts";
import { setUp } from "../testing/setup.ts";
import type { SetUp } from "../testing/setup.ts";
import { registerClient } from "./register-client.ts";
import type { RegisterClient } from "./register-client.ts";

const desk = deskOf("destelbergen");
const permission = "client:register";
const here = scopeFor(desk, { permission, resource: tenantRows("destelbergen") });
const there = scopeFor(deskOf("deinze"), { permission, resource: tenantRows("deinze") });

let on: SetUp;
const asked = (changes: Partial<RegisterClient> = {}): RegisterClient => ({
  actor: desk,
  intake: intake(),
  notSameAs: [],
  ...changes,
});
const run = (changes: Partial<RegisterClient> = {}, scope = here) =>
  registerClient(on)(scope, asked(changes));
const outcomes = (answers: Awaited<ReturnType<typeof run>>[]) =>
  tally(answers.map((answer) => (answer.ok ? "registered" : answer.refusal.kind)));
async function registered(changes: Partial<RegisterClient> = {}) {
  const answer = await run(changes);
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value;
}

beforeEach(async () => {
  on = await setUp();
});

describe("somebody who is registered", () => {
  it("has a card, a file, a question that waits, and one event, all or nothing", async () => {
    const { person, question } = await registered();
    const types = tally((await on.fixture.rows()).map(({ type }) => String(type)));
    expect(types).toEqual({ card: 1, file: 1, question: 1, alike: 2, event: 1 });
    expect(await on.rowsOf("card")).toMatchObject([
      { id: person, name: "Amina Benali", language: "ar", sk: "card" },
    ]);
    expect(await on.rowsOf("question")).toMatchObject([
      { id: question, person, theme: "itsme", state: "waiting", sk: `question|${question}` },
    ]);
  });

  it("costs one batch read and one transaction", async () => {
    await registered();
    expect(on.calls).toEqual(["load", "commit"]);
  });

  it("has in the file what was agreed, in which wording, and who wrote it down", async () => {
    await registered({ actor: socialWorkerOf("destelbergen") });
    const [file] = await on.rowsOf("file");
    expect(file).toMatchObject({
      birthYear: 1979,
      agreed: [
        { consent: "may-call", version: 1 },
        { consent: "desk-may-see", version: 1 },
        { consent: "may-refer", version: 1 },
      ],
      registeredBy: { kind: "member", id: "social-1", role: "social-worker" },
    });
  });

  it("is told in ids and the theme: no event holds a name, a number or a word", async () => {
    await registered();
    const [event] = await on.rowsOf("event");
    expect(event).toMatchObject({ name: "client-registered", detail: { theme: "itsme" } });
    expect(JSON.stringify(event)).not.toMatch(/amina|benali|0470|aan de praat/i);
  });

  it("stands, with every index key, inside the own municipality", async () => {
    await registered();
    for (const row of await on.fixture.rows())
      for (const key of ["pk", "npk", "wpk"])
        expect(row[key] ?? here.tag).toMatch(new RegExp(`^${here.tag}(#|$)`));
  });

  it("leaves no name in a key of the table", async () => {
    await registered();
    const keys = (await on.fixture.rows()).map(({ pk, sk }) => `${pk} ${sk}`).join("\n");
    expect(keys).not.toMatch(/amina|benali|0470/i);
  });
});

describe("somebody who may be known already", () => {
  it.each([
    [
      "the same name, written otherwise",
      { name: "BENALI, Amína", reach: { by: "visit" } as const },
    ],
    [
      "the same number",
      { name: "Iemand Anders", reach: { by: "phone", phone: "+32 470000001" } as const },
    ],
  ])("by %s is shown first, and nothing is written", async (_, changes) => {
    const { person } = await registered();
    const before = await on.fixture.rows();
    const answer = await run({ intake: intake(changes), idempotencyKey: "key-2" });
    expect(answer).toEqual({
      ok: false,
      refusal: { kind: "possible-duplicate", people: [person] },
    });
    expect(await on.fixture.rows()).toEqual(before);
  });

  it("is registered once the desk says it is somebody else, and both are remembered as alike", async () => {
    const first = await registered();
    const second = await registered({ notSameAs: [first.person] });
    const file = (await on.rowsOf("file")).find(({ pk }) => String(pk).endsWith(second.person));
    expect(file?.["alike"]).toEqual([first.person]);
    const third = await run({ notSameAs: [first.person] });
    expect(third).toMatchObject({ ok: false, refusal: { people: [second.person] } });
  });

  it("in another municipality is not even compared", async () => {
    await registered();
    const actor = deskOf("deinze");
    expect(await run({ actor }, there)).toMatchObject({ ok: true });
  });
});

describe("a registration that is sent again", () => {
  it("answers the same and registers once, also after somebody else was ruled out", async () => {
    const first = await registered({ idempotencyKey: "key-1" });
    expect(await registered({ idempotencyKey: "key-1" })).toEqual(first);
    expect(await registered({ idempotencyKey: "key-1", notSameAs: [first.person] })).toEqual(first);
    expect(await on.rowsOf("card")).toHaveLength(1);
  });

  it("by twenty at once with one key registers once, and all get the same answer", async () => {
    const answers = await inParallel(20, () => run({ idempotencyKey: "key-1" }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(outcomes(answers)).toEqual({ registered: 20 });
    expect(await on.rowsOf("card")).toHaveLength(1);
  });

  it("with the same key for somebody else is refused", async () => {
    await registered({ idempotencyKey: "key-1" });
    const other = { name: "Hilde Maes", reach: { by: "visit" } as const };
    const answer = await run({ intake: intake(other), idempotencyKey: "key-1" });
    expect(answer).toMatchObject({ refusal: { kind: "idempotency-key-reused" } });
  });
});

/** DynamoDB Local never cancels for a conflict, so every other transaction is cancelled for it here. */
function withConflicts(): { readonly cancelled: () => number } {
  let sent = 0;
  const cancelled = () => Math.ceil(sent / 2);
  on.fixture.sessions.clientFor(here).middlewareStack.add(
    (next, { commandName }) =>
      async (given) => {
        if (commandName !== "TransactWriteItemsCommand") return next(given);
        sent += 1;
        if (sent % 2 === 0) return next(given);
        const reasons = [{ Code: "TransactionConflict" }];
        throw new TransactionCanceledException({
          $metadata: {},
          message: "cancelled",
          CancellationReasons: reasons,
        });
      },
    { step: "initialize" },
  );
  return { cancelled };
}

describe.each(["calm", "conflicts inside DynamoDB"])("desks at the same moment, %s", (weather) => {
  let conflicts = { cancelled: () => 1 };
  beforeEach(() => {
    if (weather !== "calm") conflicts = withConflicts();
  });

  it("register one new person exactly once; the others are shown who was first", async () => {
    const answers = await inParallel(6, () => run());
    expect(outcomes(answers)).toEqual({ registered: 1, "possible-duplicate": 5 });
    expect(await on.rowsOf("card")).toHaveLength(1);
    expect(conflicts.cancelled()).toBeGreaterThan(0);
  });

  it("register different people without standing in each other's way", async () => {
    const answers = await inParallel(6, (at) =>
      run({ intake: intake({ name: `Persoon ${at}`, reach: { by: "visit" } }) }),
    );
    expect(outcomes(answers)).toEqual({ registered: 6 });
  });

  it("add people of one name, each told apart from the first, without losing one", async () => {
    const { person } = await registered();
    const answers = await inParallel(3, () => run({ notSameAs: [person] }));
    expect(outcomes(answers)).toEqual({ registered: 1, "possible-duplicate": 2 });
  });
});

it("without the rows of who is alike, two desks register one person twice: the test can fail", async () => {
  const careless = {
    ...on,
    table: {
      within: (scope: typeof here) => {
        const scoped = on.table.within(scope);
        return {
          ...scoped,
          commit: ({ writes, ...rest }: Parameters<typeof scoped.commit>[0]) =>
            scoped.commit({
              ...rest,
              writes: writes.filter((write) => "item" in write && write.item.type !== "alike"),
            }),
        };
      },
    },
  };
  const answers = await inParallel(6, () => registerClient(careless)(here, asked()));
  expect(outcomes(answers)["registered"]).toBe(6);
});
