import { createHash } from "node:crypto";
import type { StreamRecord } from "./record.ts";

/** Reproducible chance between 0 and 1, drawn from a hash of the seed and a count. */
export function chance(seed: number): () => number {
  let draws = 0;
  return () => {
    draws += 1;
    const digest = createHash("sha256").update(`${seed} ${draws}`).digest();
    return digest.readUInt32BE() / 2 ** 32;
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
