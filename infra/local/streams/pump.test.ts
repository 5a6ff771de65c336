import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { failure, type Outcome } from "../functions/outcome.ts";
import type { Json } from "../json.ts";
import { temporaryFolder, type Folder } from "../testing/folder.ts";
import { FakeStream, sampleMapping, streamRecord } from "../testing/stream.ts";
import { chance } from "./disorder.ts";
import { openPositions } from "./positions.ts";
import { Pump, type PumpOptions } from "./pump.ts";

const NOW = Date.parse("2026-11-23T06:05:00Z");
const DONE: Outcome = { kind: "answer", payload: null };
const keysIn = (event: Json): string[] =>
  [...JSON.stringify(event).matchAll(/"Keys":\{"pk":\{"S":"([^"]+)"/g)].map(([, key]) => key!);

let folder: Folder;
let stream: FakeStream;
let pump: Pump | undefined;
let seen: string[];

beforeEach(() => {
  folder = temporaryFolder();
  stream = new FakeStream();
  seen = [];
});

afterEach(async () => {
  await pump?.stop();
  folder.remove();
});

const positionFile = (): string => join(folder.path, "mapping.json");

function started(settings: Partial<PumpOptions> & { streamArn?: string } = {}): Pump {
  pump = new Pump({
    mapping: sampleMapping,
    source: stream,
    positions: openPositions(positionFile(), settings.streamArn ?? "stream-1"),
    context: { region: "eu-central-1", streamArn: "arn:stream", clockShift: 0 },
    invoke: async (_name, event) => {
      seen.push(...keysIn(event));
      return DONE;
    },
    giveUp: () => {},
    say: () => {},
    now: () => NOW,
    restMilliseconds: 10,
    ...settings,
  });
  pump.start();
  return pump;
}

describe("a pump", () => {
  test("hands every record to the function in the form that Lambda gives it", async () => {
    const events: Json[] = [];
    stream.add("a", [streamRecord(1, "k")]);
    await started({
      context: { region: "eu-central-1", streamArn: "arn:stream", clockShift: 86_400_000 },
      invoke: async (_name, event) => {
        events.push(event);
        return DONE;
      },
    }).caughtUp();
    expect(events).toEqual([
      {
        Records: [
          {
            eventID: "",
            eventName: "INSERT",
            eventVersion: "1.1",
            eventSource: "aws:dynamodb",
            awsRegion: "eu-central-1",
            dynamodb: {
              ApproximateCreationDateTime: Date.parse("2026-11-24T06:00:00Z") / 1000,
              Keys: { pk: { S: "k" } },
              NewImage: { pk: { S: "k" }, bytes: { B: "AQI=" } },
              SequenceNumber: "000000000000000000001",
              SizeBytes: 0,
              StreamViewType: "",
            },
            eventSourceARN: "arn:stream",
          },
        ],
      },
    ]);
  });

  test("is caught up only when what was written before the question is handled", async () => {
    const shard = stream.add("a", []);
    const under = started();
    await under.caughtUp();
    shard.records.push(streamRecord(1), streamRecord(2));
    await under.caughtUp();
    expect(seen).toEqual(["item-1", "item-2"]);
  });

  test("goes on after a restart where it stopped", async () => {
    const shard = stream.add("a", [streamRecord(1)]);
    await started().caughtUp();
    await pump?.stop();
    shard.records.push(streamRecord(2));
    await started().caughtUp();
    expect(seen).toEqual(["item-1", "item-2"]);
  });

  test("repeats what was not finished when it was stopped", async () => {
    stream.add("a", [streamRecord(1)]);
    const under = started({ invoke: () => new Promise<Outcome>((r) => setTimeout(r, 50, DONE)) });
    await expect.poll(() => stream.reads).toBeGreaterThan(0);
    await under.stop();
    await started().caughtUp();
    expect(seen).toEqual(["item-1"]);
  });

  test("starts over with a new stream", async () => {
    stream.add("a", [streamRecord(1)]);
    await started().caughtUp();
    await pump?.stop();
    await started({ streamArn: "stream-2" }).caughtUp();
    expect(seen).toEqual(["item-1", "item-1"]);
  });

  test("keeps its position when the filter drops everything", async () => {
    stream.add("a", [streamRecord(1), streamRecord(2)]);
    const mapping = { ...sampleMapping, patterns: [{ eventName: ["REMOVE"] }] };
    await started({ mapping }).caughtUp();
    expect(seen).toEqual([]);
    expect(JSON.parse(readFileSync(positionFile(), "utf8"))).toEqual({
      streamArn: "stream-1",
      shards: { a: { sequence: "000000000000000000002" } },
    });
  });

  test("makes batches no larger than the mapping says", async () => {
    stream.add(
      "a",
      [1, 2, 3, 4, 5].map((number) => streamRecord(number)),
    );
    const sizes: number[] = [];
    await started({
      mapping: { ...sampleMapping, batchSize: 2 },
      invoke: async (_name, event) => {
        sizes.push(keysIn(event).length);
        return DONE;
      },
    }).caughtUp();
    expect(sizes).toEqual([2, 2, 1]);
  });

  test("waits for a process without counting that as a failure", async () => {
    stream.add("a", [streamRecord(1)]);
    let tries = 0;
    const given: unknown[] = [];
    await started({
      mapping: { ...sampleMapping, retries: 0 },
      giveUp: (_shard, one) => given.push(one),
      invoke: async () => ((tries += 1) < 3 ? failure("TooManyRequestsException", "") : DONE),
    }).caughtUp();
    expect([tries, given]).toEqual([3, []]);
  });
});

describe("the shards of a stream", () => {
  test("are read parent before child, also when the child appears later", async () => {
    const parent = stream.add("parent", [streamRecord(1)]);
    const under = started();
    await under.caughtUp();
    parent.records.push(streamRecord(2));
    parent.isClosed = true;
    stream.all.unshift({
      id: "child",
      parentId: "parent",
      isClosed: false,
      records: [streamRecord(3)],
    });
    await under.caughtUp();
    expect(seen).toEqual(["item-1", "item-2", "item-3"]);
  });

  test("are read on, without a word, when an iterator has expired", async () => {
    const shard = stream.add("a", [streamRecord(1)]);
    const said: string[] = [];
    const under = started({ say: (line) => said.push(line) });
    await under.caughtUp();
    stream.expiresNext = true;
    shard.records.push(streamRecord(2));
    await under.caughtUp();
    expect(seen).toEqual(["item-1", "item-2"]);
    expect(said).toEqual([]);
  });

  test("are started over, aloud, when nobody read them for a day", async () => {
    const shard = stream.add("a", [streamRecord(1)]);
    const under = started();
    await under.caughtUp();
    await under.stop();
    shard.records.splice(0, 1, streamRecord(5));
    const said: string[] = [];
    await started({ say: (line) => said.push(line) }).caughtUp();
    expect(seen).toEqual(["item-1", "item-5"]);
    expect(said.join()).toContain("records are lost");
  });

  test("are skipped when even their start is refused and they are closed", async () => {
    stream.add("old", [streamRecord(1)]).isClosed = true;
    stream.trimmed.add("old");
    stream.add("new", [streamRecord(2)], "old");
    await started().caughtUp();
    expect(seen).toEqual(["item-2"]);
  });

  test("are waited for when their start is refused and they are open", async () => {
    const shard = stream.add("a", [streamRecord(1)]);
    stream.trimmed.add("a");
    const under = started();
    await under.caughtUp();
    expect(seen).toEqual([]);
    stream.trimmed.delete("a");
    shard.records.splice(0, 1, streamRecord(2));
    await under.caughtUp();
    expect(seen).toEqual(["item-2"]);
  });
});

test("in disorder records of one item keep their order, and some batches come twice", async () => {
  const keys = ["x", "y", "z"];
  const records = Array.from({ length: 30 }, (_, index) =>
    streamRecord(index + 1, keys[index % 3]!),
  );
  stream.add("a", records);
  const delivered: [key: string, sequence: number][] = [];
  await started({
    chance: chance(7),
    invoke: async (_name, event) => {
      const text = JSON.stringify(event);
      const keysOf = keysIn(event);
      const sequences = [...text.matchAll(/"SequenceNumber":"0*(\d+)"/g)].map(([, n]) => Number(n));
      for (const [index, key] of keysOf.entries()) delivered.push([key, sequences[index]!]);
      return DONE;
    },
  }).caughtUp();
  expect(delivered.length).toBeGreaterThan(30);
  for (const key of keys) {
    const own = delivered.filter(([item]) => item === key).map(([, sequence]) => sequence);
    const firstTimes = own.filter((sequence, index) => own.indexOf(sequence) === index);
    expect(firstTimes).toEqual(firstTimes.toSorted((one, other) => one - other));
    expect(firstTimes).toHaveLength(10);
  }
  const order = delivered.map(([, sequence]) => sequence);
  expect(order).not.toEqual(order.toSorted((one, other) => one - other));
});
