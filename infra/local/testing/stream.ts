import type { _Record } from "@aws-sdk/client-dynamodb-streams";
import type { MappingDefinition } from "../template/event-sources.ts";
import type { Shard, StreamSource } from "../streams/source.ts";

export const sampleMapping: MappingDefinition = {
  name: "shop-Mapping",
  functionName: "shop-Projector",
  streamArn: "arn:aws:dynamodb:eu-central-1:111111111111:table/shop-Table/stream/local",
  tableName: "shop-Table",
  startAt: "TRIM_HORIZON",
  batchSize: 100,
  bisects: false,
  reportsItemFailures: false,
  retries: -1,
  maximumAgeSeconds: -1,
  onFailure: undefined,
  patterns: [],
};

type FakeShard = Shard & { records: _Record[] };

/** A record about one item; its number orders it in the stream. */
export function streamRecord(number: number, pk = `item-${number}`): _Record {
  return {
    eventName: "INSERT",
    dynamodb: {
      SequenceNumber: String(number).padStart(21, "0"),
      ApproximateCreationDateTime: new Date("2026-11-23T06:00:00Z"),
      Keys: { pk: { S: pk } },
      NewImage: { pk: { S: pk }, bytes: { B: new Uint8Array([1, 2]) } },
    },
  };
}

const failing = (name: string): Error => Object.assign(new Error(name), { name });

/** A stream in memory that can close shards, lose old records and let iterators expire. */
export class FakeStream implements StreamSource {
  readonly all: FakeShard[] = [];
  readonly trimmed = new Set<string>();
  expiresNext = false;
  reads = 0;

  add(id: string, records: _Record[], parentId?: string): FakeShard {
    const shard = { id, parentId, isClosed: false, records };
    this.all.push(shard);
    return shard;
  }

  async shards(): Promise<Shard[]> {
    return this.all;
  }

  async iterator(shardId: string, from: "TRIM_HORIZON" | "LATEST" | { after: string }) {
    if (this.trimmed.has(shardId)) throw failing("TrimmedDataAccessException");
    const { records } = this.find(shardId);
    if (from === "TRIM_HORIZON") return `${shardId}@0`;
    if (from === "LATEST") return `${shardId}@${records.length}`;
    const index = records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === from.after);
    if (index < 0) throw failing("TrimmedDataAccessException");
    return `${shardId}@${index + 1}`;
  }

  async read(iterator: string, limit: number) {
    this.reads += 1;
    if (this.expiresNext) {
      this.expiresNext = false;
      throw failing("ExpiredIteratorException");
    }
    const [id = "", start] = iterator.split("@");
    const shard = this.find(id);
    const records = shard.records.slice(Number(start), Number(start) + limit);
    const end = Number(start) + records.length;
    const isOver = shard.isClosed && end === shard.records.length;
    return { records, next: isOver ? undefined : `${id}@${end}` };
  }

  private find(id: string): FakeShard {
    const shard = this.all.find((candidate) => candidate.id === id);
    if (!shard) throw failing("ResourceNotFoundException");
    return shard;
  }
}
