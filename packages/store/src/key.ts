import type { Scope } from "@digihulp/access";
import { addMonths, isMonth } from "@digihulp/kernel";

/** Where an item stands inside its scope: parts of the partition, and its place in it. */
export type Key = { readonly partition: readonly string[]; readonly sort: string };

export type StoredKey = { readonly pk: string; readonly sk: string };

const SEPARATOR = "#";

function joined(parts: readonly string[]): string {
  for (const part of parts)
    if (part === "" || part.includes(SEPARATOR))
      throw new RangeError("a key part is empty or holds #");
  return parts.join(SEPARATOR);
}

/** Public rows of every region share one scope, so the region is the first part of their keys. */
const ownPrefix = (scope: Scope): readonly string[] =>
  scope.kind === "public" || scope.kind === "session" ? [scope.tag, scope.region] : [scope.tag];

/** The partition key of a scope's own rows, and of its own indexes. */
export const partitionKey = (scope: Scope, partition: readonly string[]): string =>
  joined([...ownPrefix(scope), ...partition]);

/** The partition key of an index that anyone may read. */
export const publicPartitionKey = (scope: Scope, partition: readonly string[]): string =>
  joined(["public", scope.region, ...partition]);

/** The stored key; only this package builds one. */
export const storedKey = (scope: Scope, key: Key): StoredKey => ({
  pk: partitionKey(scope, key.partition),
  sk: key.sort,
});

/** Where the events of a month stand, so that a replay reads month by month. */
export const eventPartition = (month: string): readonly string[] => ["events", month];

/** The months of events to replay, oldest first. */
export function eventMonths(from: string, until: string): string[] {
  const months: string[] = [];
  if (!isMonth(from) || !isMonth(until)) throw new RangeError("not a month");
  for (let at = from; at <= until; at = addMonths(at, 1)) months.push(at);
  return months;
}
