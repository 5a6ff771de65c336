import { TransactionCanceledException, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { job, scopeForJob } from "@digihulp/access";
import type { Scope } from "@digihulp/access";
import { accept, refuse } from "@digihulp/kernel";
import { regionById, tenantsOf } from "@digihulp/region";
import { inParallel, tally, testTable } from "@digihulp/testing";
import type { TestTable } from "@digihulp/testing";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { decideAndCommit } from "./decide-and-commit.ts";
import type { Command } from "./decide-and-commit.ts";
import { bodyHash } from "./idempotency.ts";
import type { Attributes, Item } from "./item.ts";
import { openTable } from "./table.ts";
import type { ScopedTable } from "./table.ts";

const region = regionById("leie-schelde");
const scopes = tenantsOf(region).map((tenant) =>
  scopeForJob(job("test"), "series:plan", { kind: "tenant", region: region.id, tenant }),
);
const here: Scope = scopes[1]!;
const there: Scope = scopes[2]!;
const NOW = Date.parse("2026-11-23T09:00:00Z");
const SEAT = { partition: ["seat", "one"], sort: "seat" };

const seat = (version: number, taker: string): Item => ({
  key: SEAT,
  type: "seat",
  version,
  attributes: { taker },
  indexes: {
    byMonth: { partition: ["month", "2026-11"], sort: "seat" },
    publicByMonth: { partition: ["month", "2026-11"], sort: "seat" },
  },
});
const event = (taker: string) => ({
  name: "seat-taken",
  actor: job("test"),
  subject: "seat-one",
  detail: { taker },
});

type Taken = { readonly taker: string };
type SeatRefusal = { readonly kind: "seat-already-taken" };

const take = (taker: string, key?: string): Command<Taken, SeatRefusal> => ({
  reads: [SEAT],
  idempotency: key ? { operation: "take-seat", key, bodyHash: bodyHash({ taker }) } : undefined,
  decide: ([row]) =>
    row
      ? refuse({ kind: "seat-already-taken" })
      : accept({
          answer: { taker },
          change: { writes: [{ kind: "create", item: seat(1, taker) }], event: event(taker) },
        }),
  parseAnswer: (stored) => ({ taker: String(Object(stored).taker) }),
});

let fixture: TestTable;
let table: ScopedTable;
const open = (of: TestTable, pause = async () => {}) =>
  openTable({ definition: of.definition, sessions: of.sessions, now: () => NOW, pause });

beforeEach(async () => {
  fixture = await testTable((name) => ({
    name,
    indexes: {
      byMonth: { partition: "gpk", sort: "gsk", reach: "own" },
      publicByMonth: { partition: "ppk", sort: "psk", reach: "public" },
    },
  }));
  table = open(fixture).within(here);
});

describe("a commit", () => {
  it("writes state, event and the answer to a retry together", async () => {
    expect(await decideAndCommit(table, take("An", "key-1"))).toEqual(accept({ taker: "An" }));
    const types = (await fixture.rows()).map(({ type }) => type);
    expect(types.toSorted()).toEqual(["event", "idempotency", "seat"]);
  });

  it("puts every key it writes inside its own scope, and public index keys under public", async () => {
    await decideAndCommit(table, take("An", "key-1"));
    for (const row of await fixture.rows()) {
      expect(row["pk"]).toMatch(/^leie-schelde\.deinze#/);
      expect(row["gpk"] ?? "leie-schelde.deinze#").toMatch(/^leie-schelde\.deinze#/);
      expect(row["ppk"] ?? "public#leie-schelde#").toMatch(/^public#leie-schelde#/);
    }
  });

  it("does nothing at all when it is refused", async () => {
    await decideAndCommit(table, take("An"));
    const before = await fixture.rows();
    const second = await decideAndCommit(table, take("Bo", "key-2"));
    expect(second).toEqual(refuse({ kind: "seat-already-taken" }));
    expect(await fixture.rows()).toEqual(before);
  });

  it("keeps the same row of two tenants apart", async () => {
    await decideAndCommit(table, take("An"));
    const elsewhere = await decideAndCommit(open(fixture).within(there), take("Bo"));
    expect(elsewhere).toEqual(accept({ taker: "Bo" }));
  });

  it("refuses a lookalike of a scope", () => {
    const fake = { kind: "tenant", tag: "leie-schelde.deinze", region: region.id };
    // @ts-expect-error -- a lookalike does not even compile; this shows that it does not run either
    expect(() => open(fixture).within(fake)).toThrow("only access decides a scope");
  });
});

describe("a retry", () => {
  it("of a committed command answers the same, however often", async () => {
    await decideAndCommit(table, take("An", "key-1"));
    for (let turn = 0; turn < 3; turn += 1)
      expect(await decideAndCommit(table, take("An", "key-1"))).toEqual(accept({ taker: "An" }));
    expect(await fixture.rows()).toHaveLength(3);
  });

  it("with the same key and another body is told so", async () => {
    await decideAndCommit(table, take("An", "key-1"));
    const other = await decideAndCommit(table, take("Bo", "key-1"));
    expect(other).toEqual(refuse({ kind: "idempotency-key-reused" }));
  });

  it("in parallel never sees a refusal of what it did itself", async () => {
    for (let round = 0; round < 10; round += 1) {
      const of = await testTable((name) => ({ ...fixture.definition, name }));
      const scoped = open(of).within(here);
      const answers = await inParallel(30, () => decideAndCommit(scoped, take("An", "key-1")));
      expect(tally(answers.map((answer) => (answer.ok ? "taken" : answer.refusal.kind)))).toEqual({
        taken: 30,
      });
    }
  });
});

describe("fifty writers on one seat", () => {
  const outcome = (answers: Awaited<ReturnType<typeof decideAndCommit<Taken, SeatRefusal>>>[]) =>
    tally(answers.map((answer) => (answer.ok ? "taken" : answer.refusal.kind)));

  it("give it to exactly one", async () => {
    const answers = await inParallel(50, (at) => decideAndCommit(table, take(`taker ${at}`)));
    expect(outcome(answers)).toEqual({ taken: 1, "seat-already-taken": 49 });
  });

  it("give it to several once the condition is taken out: the test can fail", async () => {
    const careless: ScopedTable = {
      ...table,
      commit: ({ writes, ...rest }) =>
        table.commit({
          ...rest,
          writes: writes.map((write) =>
            write.kind === "create"
              ? {
                  kind: "create",
                  item: { ...write.item, key: { ...SEAT, sort: String(Math.random()) } },
                }
              : write,
          ),
        }),
    };
    const answers = await inParallel(50, (at) => decideAndCommit(careless, take(`taker ${at}`)));
    expect(outcome(answers)["taken"]).toBeGreaterThan(1);
  });
});

describe("trouble in DynamoDB", () => {
  const cancelled = (...codes: string[]) =>
    new TransactionCanceledException({
      $metadata: {},
      message: "cancelled",
      CancellationReasons: codes.map((Code) => ({ Code })),
    });
  const faulty = (fail: (mock: ReturnType<typeof mockClient>) => void) => {
    const real = fixture.sessions.clientFor(here);
    const client: DynamoDBClient = real;
    const mock = mockClient(client);
    fail(mock);
    return { mock, table: open(fixture).within(here) };
  };

  it("a conflict with another transaction is tried again", async () => {
    const { mock, table: scoped } = faulty((client) => {
      client.onAnyCommand().resolves({});
      client
        .on(TransactWriteItemsCommand)
        .rejectsOnce(cancelled("None", "TransactionConflict"))
        .rejectsOnce(cancelled("TransactionConflict", "None"))
        .resolves({});
    });
    expect((await decideAndCommit(scoped, take("An"))).ok).toBe(true);
    expect(mock.commandCalls(TransactWriteItemsCommand)).toHaveLength(3);
  });

  it("a conflict that never ends is refused, never half done", async () => {
    const { table: scoped } = faulty((client) => {
      client.onAnyCommand().resolves({});
      client.on(TransactWriteItemsCommand).rejects(cancelled("TransactionConflict"));
    });
    expect(await decideAndCommit(scoped, take("An"))).toEqual(
      refuse({ kind: "changed-meanwhile" }),
    );
  });

  it("a broken table is a fault, not a refusal", async () => {
    const { table: scoped } = faulty((client) => {
      client.onAnyCommand().resolves({});
      client.on(TransactWriteItemsCommand).rejects(cancelled("ValidationError"));
    });
    await expect(decideAndCommit(scoped, take("An"))).rejects.toThrow("cancelled");
  });
});

describe("what is read", () => {
  const put = (item: Item): Promise<unknown> =>
    table.commit({ writes: [{ kind: "create", item }], event: event("An") });

  it("leaves out what has expired, since TTL deletes late", async () => {
    const expiresAt = Math.floor(NOW / 1000) - 1;
    await put({ ...seat(1, "An"), expiresAt });
    expect(await table.load([SEAT])).toEqual([undefined]);
  });

  it("comes in the order asked, with gaps where there is nothing", async () => {
    await put(seat(1, "An"));
    const rows: (Attributes | undefined)[] = await table.load([{ ...SEAT, sort: "other" }, SEAT]);
    expect(rows.map((row) => row?.["taker"])).toEqual([undefined, "An"]);
  });

  it("refuses a key part that could reach another partition", async () => {
    await expect(table.load([{ partition: ["seat#x"], sort: "seat" }])).rejects.toThrow("holds #");
  });
});

describe("a projection's row", () => {
  it("never goes back to an older version, in whatever order versions come", async () => {
    for (const version of [2, 3, 1, 3, 2])
      await table.putNewer(seat(version, `version ${version}`));
    const [row] = await table.load([SEAT]);
    expect(row?.["taker"]).toBe("version 3");
  });
});
