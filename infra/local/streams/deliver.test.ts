import { describe, expect, test } from "vitest";
import { failure, type Outcome } from "../functions/outcome.ts";
import type { Json } from "../json.ts";
import { sampleMapping, streamRecord } from "../testing/stream.ts";
import type { MappingDefinition } from "../template/event-sources.ts";
import { deliver, type GivenUp } from "./deliver.ts";
import { toStreamRecord } from "./record.ts";

const NOW = Date.parse("2026-11-23T06:05:00Z");
const context = { region: "eu-central-1", streamArn: "arn", clockShift: 0 };
const DONE: Outcome = { kind: "answer", payload: null };

const numbers = (event: Json): number[] =>
  [...JSON.stringify(event).matchAll(/"SequenceNumber":"0*(\d+)"/g)].map(([, n]) => Number(n));
const failingFrom = (...failed: (number | string)[]): Outcome => ({
  kind: "answer",
  payload: {
    batchItemFailures: failed.map((item) => ({
      itemIdentifier: typeof item === "number" ? String(item).padStart(21, "0") : item,
    })),
  },
});

/** Delivers records 1 to `count` and tells what happened, by record number. */
async function delivering(
  rules: Partial<MappingDefinition>,
  count: number,
  respond: (batch: number[], attempt: number) => Outcome,
) {
  const batches: number[][] = [];
  const given: (Omit<GivenUp, "records"> & { records: number[] })[] = [];
  const pauses: number[] = [];
  let position = 0;
  const records = Array.from({ length: count }, (_, index) =>
    toStreamRecord(streamRecord(index + 1), context),
  );
  await deliver(records, {
    mapping: { ...sampleMapping, ...rules },
    async invoke(event) {
      batches.push(numbers(event));
      return respond(numbers(event), batches.length);
    },
    checkpoint: (record) => (position = Number(record.sequence)),
    giveUp: (one) =>
      given.push({ ...one, records: one.records.map(({ sequence }) => Number(sequence)) }),
    pause: async (milliseconds) => void pauses.push(milliseconds),
    now: () => NOW,
  });
  return { batches, given, pauses, position };
}

describe("delivery of a batch", () => {
  test("is done when the function takes it", async () => {
    expect(await delivering({}, 3, () => DONE)).toEqual({
      batches: [[1, 2, 3]],
      given: [],
      pauses: [],
      position: 3,
    });
  });

  test("is repeated whole until it succeeds, with longer and longer pauses", async () => {
    const result = await delivering({}, 2, (_batch, attempt) =>
      attempt < 4 ? failure("Error", "no") : DONE,
    );
    expect(result.batches).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(result.pauses).toEqual([100, 200, 400]);
    expect(result.given).toEqual([]);
  });

  test("is given up after the last retry, and the rest of the stream goes on", async () => {
    const result = await delivering({ retries: 2 }, 2, () => failure("Error", "no"));
    expect(result.batches).toHaveLength(3);
    expect(result.given).toEqual([
      { records: [1, 2], condition: "RetryAttemptsExhausted", invocations: 3 },
    ]);
    expect(result.position).toBe(2);
  });

  test("halves on an error until the bad record stands alone", async () => {
    const result = await delivering({ bisects: true, retries: 0 }, 5, (batch) =>
      batch.includes(4) ? failure("Error", "bad") : DONE,
    );
    expect(result.batches).toEqual([[1, 2, 3, 4, 5], [1, 2, 3], [4, 5], [4], [5]]);
    expect(result.given.map(({ records }) => records)).toEqual([[4]]);
    expect(result.position).toBe(5);
  });

  test("halving does not use up retries", async () => {
    const result = await delivering({ bisects: true, retries: 1 }, 2, (batch) =>
      batch.includes(1) ? failure("Error", "bad") : DONE,
    );
    expect(result.batches).toEqual([[1, 2], [1], [1], [2]]);
  });
});

describe("partial failures", () => {
  test("repeat from the first record that failed", async () => {
    const result = await delivering({ reportsItemFailures: true }, 4, (_batch, attempt) =>
      attempt === 1 ? failingFrom(4, 3) : DONE,
    );
    expect(result.batches).toEqual([
      [1, 2, 3, 4],
      [3, 4],
    ]);
    expect(result.position).toBe(4);
  });

  test("keep what came before when the rest is given up", async () => {
    const result = await delivering({ reportsItemFailures: true, retries: 1 }, 4, () =>
      failingFrom(3),
    );
    expect(result.batches).toEqual([
      [1, 2, 3, 4],
      [3, 4],
    ]);
    expect(result.given).toEqual([
      { records: [3, 4], condition: "RetryAttemptsExhausted", invocations: 2 },
    ]);
  });

  test("without any failure mean success", async () => {
    const result = await delivering({ reportsItemFailures: true }, 2, () => failingFrom());
    expect(result.batches).toHaveLength(1);
  });

  test("that name no record of the batch fail all of it", async () => {
    const result = await delivering({ reportsItemFailures: true, retries: 0 }, 2, () =>
      failingFrom("unheard-of"),
    );
    expect(result.given.map(({ records }) => records)).toEqual([[1, 2]]);
  });

  test("mean nothing when the mapping does not ask for them", async () => {
    const result = await delivering({ reportsItemFailures: false }, 2, () => failingFrom(1));
    expect(result.position).toBe(2);
    expect(result.batches).toHaveLength(1);
  });
});

describe("records that are too old", () => {
  test("are given up without troubling the function", async () => {
    expect(await delivering({ maximumAgeSeconds: 60 }, 2, () => DONE)).toMatchObject({
      batches: [],
      given: [{ records: [1, 2], condition: "RecordAgeExceeded", invocations: 0 }],
      position: 2,
    });
  });

  test("are those of more than a day when the mapping names no age", async () => {
    expect((await delivering({}, 1, () => DONE)).given).toEqual([]);
  });
});
