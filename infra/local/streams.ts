import { join } from "node:path";
import type { Invoke } from "./functions.ts";
import type { Queues } from "./queues.ts";
import { chance } from "./streams/disorder.ts";
import { onFailureMessage } from "./streams/on-failure.ts";
import { openPositions } from "./streams/positions.ts";
import { Pump } from "./streams/pump.ts";
import { connectStreams, type StreamClient } from "./streams/source.ts";
import { TemplateError } from "./json.ts";
import type { Application } from "./template/application.ts";
import type { MappingDefinition } from "./template/event-sources.ts";

export type StreamsOptions = {
  application: Application;
  /** Endpoint of the database itself. */
  endpoint: string;
  /** What the database made of the tables, by name. */
  tables: Map<string, { streamArn: string | undefined }>;
  invoke: Invoke;
  queues: Queues;
  /** Folder of the position files; without it positions live in memory. */
  positions: string | undefined;
  /** How far the clock runs ahead, in milliseconds; read again for every record. */
  readonly clockShift: number;
  say(line: string): void;
  /** Seed for delivery in disorder, as AWS may deliver. */
  disorder?: number | undefined;
};

export type Streams = {
  /** Tells that a table was written to. */
  nudge(table: string): void;
  /** Resolves when everything written so far, and what that led to, is dealt with. */
  drain(limitMilliseconds?: number): Promise<void>;
  stop(): Promise<void>;
};

const DRAIN_MILLISECONDS = 60_000;

function realArn(mapping: MappingDefinition, { tables }: StreamsOptions): string {
  const arn = tables.get(mapping.tableName)?.streamArn;
  if (arn === undefined) {
    throw new TemplateError(`${mapping.name}: table ${mapping.tableName} has no stream`);
  }
  return arn;
}

function pumpOf(mapping: MappingDefinition, options: StreamsOptions, client: StreamClient): Pump {
  const { application, queues, say } = options;
  const actual = realArn(mapping, options);
  const label = actual.slice(actual.lastIndexOf("/") + 1);
  const streamArn = mapping.streamArn.replace(/[^/]+$/, label);
  const definition = application.functions.find(({ name }) => name === mapping.functionName);
  if (!definition) throw new TemplateError(`${mapping.name}: no function ${mapping.functionName}`);
  const file = options.positions && join(options.positions, `${mapping.name}.json`);
  return new Pump({
    mapping,
    source: client.source(actual),
    positions: openPositions(file, actual),
    context: {
      region: application.region,
      streamArn,
      get clockShift() {
        return options.clockShift;
      },
    },
    invoke: options.invoke,
    say,
    chance: options.disorder === undefined ? undefined : chance(options.disorder),
    giveUp(shard, given) {
      say(`${mapping.name}: gave up ${given.records.length} records (${given.condition})`);
      if (mapping.onFailure === undefined) return;
      const { clockShift } = options;
      const context = { functionArn: definition.arn, streamArn, shardId: shard.id, clockShift };
      queues.send(mapping.onFailure, onFailureMessage(given, { ...context, now: Date.now() }));
    },
  });
}

async function drainAll(pumps: Pump[], limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const behind = pumps.filter((pump) => pump.isBehind).map((pump) => pump.name);
      reject(new Error(`not drained in ${limit / 1000} s: ${behind.join(", ")}`));
    }, limit);
  });
  const total = (): number => pumps.reduce((sum, pump) => sum + pump.count, 0);
  try {
    for (let before = -1; before !== total();) {
      before = total();
      await Promise.race([Promise.all(pumps.map((pump) => pump.caughtUp())), late]);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Starts one pump for each event source mapping. */
export function startStreams(options: StreamsOptions): Streams {
  const client = connectStreams(options.endpoint, options.application.region);
  const mappings = options.application.mappings;
  const pumps = mappings.map((mapping) => pumpOf(mapping, options, client));
  for (const pump of pumps) pump.start();
  return {
    nudge(table) {
      for (const [index, mapping] of mappings.entries()) {
        if (mapping.tableName === table) pumps[index]?.nudge();
      }
    },
    drain: (limit = DRAIN_MILLISECONDS) => drainAll(pumps, limit),
    async stop() {
      await Promise.all(pumps.map((pump) => pump.stop()));
      client.stop();
    },
  };
}
