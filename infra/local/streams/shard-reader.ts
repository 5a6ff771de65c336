import type { _Record } from "@aws-sdk/client-dynamodb-streams";
import type { MappingDefinition } from "../template/event-sources.ts";
import type { Positions } from "./positions.ts";
import type { Shard, StartingPoint, StreamSource } from "./source.ts";

export type ReaderOptions = {
  mapping: MappingDefinition;
  source: StreamSource;
  positions: Positions;
  /** Deals with the records of one page, in order, and keeps the position. */
  take(shard: Shard, records: _Record[]): Promise<void>;
  /** Hears that records were lost because nobody read them for a day. */
  lost(shard: Shard): void;
};

const PAGE = 1000;

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

/** Reads the shards of a stream to their present end, parents before their children. */
export class ShardReader {
  private readonly options: ReaderOptions;
  private readonly iterators = new Map<string, string>();
  /** Undefined when the stream must be described anew. */
  private shards: Shard[] | undefined;
  private hasWaiting = false;

  constructor(options: ReaderOptions) {
    this.options = options;
  }

  /** Reads all there is; answers how many records there were. */
  async readToEnd(): Promise<number> {
    let count = 0;
    if (this.hasWaiting) this.shards = undefined;
    this.hasWaiting = false;
    for (;;) {
      this.shards ??= await this.options.source.shards();
      const shards = this.shards;
      for (const shard of shards.filter((one) => this.isDue(one, shards))) {
        count += await this.readShard(shard);
      }
      // A shard that ended has children, which only a new description names.
      if (this.shards !== undefined) return count;
    }
  }

  private isDue(shard: Shard, all: Shard[]): boolean {
    if (this.isFinished(shard.id)) return false;
    const hasParent = all.some(({ id }) => id === shard.parentId);
    return !hasParent || shard.parentId === undefined || this.isFinished(shard.parentId);
  }

  private isFinished(shardId: string): boolean {
    const position = this.options.positions.get(shardId);
    return position !== undefined && "finished" in position;
  }

  private async readShard(shard: Shard): Promise<number> {
    let count = 0;
    for (;;) {
      try {
        const page = await this.nextPage(shard);
        if (page.length === 0) return count;
        count += page.length;
      } catch (error) {
        this.iterators.delete(shard.id);
        if (nameOf(error) === "ExpiredIteratorException") continue;
        if (nameOf(error) !== "TrimmedDataAccessException") throw error;
        if (!this.skipTrimmed(shard)) return count;
      }
    }
  }

  private async nextPage(shard: Shard): Promise<_Record[]> {
    const iterator = this.iterators.get(shard.id) ?? (await this.open(shard));
    if (iterator === undefined) {
      this.finish(shard);
      return [];
    }
    const { records, next } = await this.options.source.read(iterator, PAGE);
    if (records.length > 0) await this.options.take(shard, records);
    if (next === undefined) {
      this.finish(shard);
      return [];
    }
    this.iterators.set(shard.id, next);
    return records;
  }

  private open(shard: Shard): Promise<string | undefined> {
    return this.options.source.iterator(shard.id, this.startingPoint(shard));
  }

  private startingPoint(shard: Shard): StartingPoint {
    const position = this.options.positions.get(shard.id);
    if (position && "sequence" in position) return { after: position.sequence };
    const isFirst = !this.shards?.some(({ id }) => id === shard.parentId);
    return isFirst ? this.options.mapping.startAt : "TRIM_HORIZON";
  }

  /**
   * After 24 hours a position is refused for ever, and the start of the shard too. Answers whether
   * reading the shard makes sense at once.
   */
  private skipTrimmed(shard: Shard): boolean {
    const { positions, lost } = this.options;
    if (positions.get(shard.id) !== undefined) {
      lost(shard);
      positions.set(shard.id, undefined);
      return true;
    }
    if (shard.isClosed) this.finish(shard);
    else this.hasWaiting = true;
    return false;
  }

  private finish(shard: Shard): void {
    this.iterators.delete(shard.id);
    this.options.positions.set(shard.id, { finished: true });
    this.shards = undefined;
  }
}
