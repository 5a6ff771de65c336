import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isObject, parseJson, type Json, type JsonObject } from "../json.ts";

/** How far one mapping has read one shard. */
export type ShardPosition = { sequence: string } | { finished: true };

export type Positions = {
  get(shardId: string): ShardPosition | undefined;
  set(shardId: string, position: ShardPosition | undefined): void;
};

function readFile(file: string): Json {
  try {
    return parseJson(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function readPosition(value: Json): ShardPosition | undefined {
  if (!isObject(value)) return undefined;
  const { sequence, finished } = value;
  if (finished === true) return { finished };
  return typeof sequence === "string" ? { sequence } : undefined;
}

function saved(file: string, streamArn: string): Map<string, ShardPosition> {
  const content = readFile(file);
  const positions = new Map<string, ShardPosition>();
  if (!isObject(content) || content["streamArn"] !== streamArn) return positions;
  for (const [shardId, value] of Object.entries(asObject(content["shards"]))) {
    const position = readPosition(value);
    if (position) positions.set(shardId, position);
  }
  return positions;
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/**
 * Positions of one mapping, kept in a file; without a file in memory. A new stream, which is what
 * a new table has, starts over.
 */
export function openPositions(file: string | undefined, streamArn: string): Positions {
  const positions = file === undefined ? new Map() : saved(file, streamArn);
  if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
  return {
    get: (shardId) => positions.get(shardId),
    set(shardId, position) {
      if (position) positions.set(shardId, position);
      else positions.delete(shardId);
      if (file === undefined) return;
      const content = { streamArn, shards: Object.fromEntries(positions) };
      writeFileSync(`${file}.new`, JSON.stringify(content));
      renameSync(`${file}.new`, file);
    },
  };
}
