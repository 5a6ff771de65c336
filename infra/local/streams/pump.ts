import type { _Record } from "@aws-sdk/client-dynamodb-streams";
import type { Invoke } from "../functions.ts";
import type { Outcome } from "../functions/outcome.ts";
import type { Json } from "../json.ts";
import type { MappingDefinition } from "../template/event-sources.ts";
import { deliver, type GivenUp } from "./deliver.ts";
import { disordered } from "./disorder.ts";
import { recordFilter, type Matches } from "./filter.ts";
import type { Positions } from "./positions.ts";
import { toStreamRecord, type RecordContext, type StreamRecord } from "./record.ts";
import { ShardReader } from "./shard-reader.ts";
import { Rest, Stopped } from "./rest.ts";
import type { Shard, StreamSource } from "./source.ts";

export type PumpOptions = {
  mapping: MappingDefinition;
  source: StreamSource;
  positions: Positions;
  context: RecordContext;
  invoke: Invoke;
  giveUp(shard: Shard, given: GivenUp): void;
  say(line: string): void;
  now?: () => number;
  /** How long the pump rests when nothing happens and nobody nudges it. */
  restMilliseconds?: number;
  /** Chance for delivery in disorder; without it the order is that of the shard. */
  chance?: (() => number) | undefined;
};

const REST_MILLISECONDS = 1000;

/** Carries the records of one stream to one function, as an event source mapping does. */
export class Pump {
  private readonly options: PumpOptions;
  private readonly reader: ShardReader;
  private readonly passes: Matches;
  private readonly now: () => number;
  private waiting: (() => void)[] = [];
  private readonly rest = new Rest();
  private running: Promise<void> | undefined;
  private handled = 0;
  private behind = 0;

  constructor(options: PumpOptions) {
    this.options = options;
    this.now = options.now ?? Date.now;
    this.passes = recordFilter(options.mapping.patterns);
    const { mapping, source, positions, say } = options;
    this.reader = new ShardReader({
      mapping,
      source,
      positions,
      take: (shard, records) => this.take(shard, records),
      lost: () =>
        say(`${mapping.name}: unread for a day, so records are lost; rebuild what it feeds`),
    });
  }

  get name(): string {
    return this.options.mapping.name;
  }

  /** How many records were read so far, those that the filter drops included. */
  get count(): number {
    return this.handled;
  }

  get isBehind(): boolean {
    return this.behind > 0;
  }

  start(): void {
    this.running ??= this.run();
  }

  nudge(): void {
    this.rest.nudge();
  }

  /** Resolves when everything written before this call is dealt with. */
  caughtUp(): Promise<void> {
    if (this.rest.stopped) return Promise.resolve();
    this.behind += 1;
    return new Promise((resolve) => {
      this.waiting.push(() => {
        this.behind -= 1;
        resolve();
      });
      this.nudge();
    });
  }

  async stop(): Promise<void> {
    this.rest.stop();
    await this.running;
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private async run(): Promise<void> {
    while (!this.rest.stopped) {
      const asked = this.waiting;
      this.waiting = [];
      this.rest.expectNudge();
      const count = await this.pass();
      if (count === 0) for (const resolve of asked) resolve();
      else this.waiting.push(...asked);
      const isQuiet = count === 0 && this.waiting.length === 0;
      if (isQuiet || count === undefined) await this.rest.sleep(this.restMilliseconds);
    }
  }

  /** Answers how many records there were; undefined when reading failed. */
  private async pass(): Promise<number | undefined> {
    try {
      return await this.reader.readToEnd();
    } catch (error) {
      if (this.rest.stopped) return undefined;
      const reason = error instanceof Error ? error.message : String(error);
      this.options.say(`${this.name}: cannot read the stream: ${reason}`);
      this.rest.expectNudge();
      return undefined;
    }
  }

  private get restMilliseconds(): number {
    return this.options.restMilliseconds ?? REST_MILLISECONDS;
  }

  private async take(shard: Shard, page: _Record[]): Promise<void> {
    const all = page.map((record) => toStreamRecord(record, this.options.context));
    const wanted = all.filter((record) => this.passes(record.event));
    const { chance, mapping, positions } = this.options;
    const keep = (record: StreamRecord): void =>
      positions.set(shard.id, { sequence: record.sequence });
    if (chance) {
      for (const batch of disordered(wanted, chance)) await this.deliver(shard, batch, () => {});
    } else {
      for (let start = 0; start < wanted.length; start += mapping.batchSize) {
        await this.deliver(shard, wanted.slice(start, start + mapping.batchSize), keep);
      }
    }
    const last = all.at(-1);
    if (last) keep(last);
    this.handled += all.length;
  }

  private deliver(
    shard: Shard,
    records: StreamRecord[],
    checkpoint: (record: StreamRecord) => void,
  ): Promise<void> {
    return deliver(records, {
      mapping: this.options.mapping,
      invoke: (event) => this.invoke(event),
      checkpoint,
      giveUp: (given) => this.options.giveUp(shard, given),
      pause: (milliseconds) => this.rest.pause(milliseconds),
      now: this.now,
    });
  }

  /** A refusal for lack of processes is no failure of the function: it is tried again. */
  private async invoke(event: Json): Promise<Outcome> {
    for (;;) {
      const outcome = await this.options.invoke(this.options.mapping.functionName, event);
      if (this.rest.stopped) throw new Stopped();
      const isRefused =
        outcome.kind === "failure" && outcome.errorType === "TooManyRequestsException";
      if (!isRefused) return outcome;
      await this.rest.pause(this.restMilliseconds);
    }
  }
}
