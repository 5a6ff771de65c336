import type { StreamRecord } from "./record.ts";

/** A small reproducible source of chance, between 0 and 1. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 0x100000000;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/**
 * What AWS may do and DynamoDB Local never does: the records of different items in any order,
 * those of one item in theirs, and now and then a batch once more.
 */
export function disordered(records: StreamRecord[], next: () => number): StreamRecord[][] {
  const byItem = Map.groupBy(records, (record) => record.itemKey);
  const lines = [...byItem.values()];
  const mixed: StreamRecord[] = [];
  while (lines.length > 0) {
    const index = Math.floor(next() * lines.length);
    const line = lines[index];
    const record = line?.shift();
    if (record) mixed.push(record);
    else lines.splice(index, 1);
  }
  const batches: StreamRecord[][] = [];
  while (mixed.length > 0) {
    const batch = mixed.splice(0, 1 + Math.floor(next() * 10));
    batches.push(batch);
    if (next() < 0.3) batches.push(batch);
  }
  return batches;
}
