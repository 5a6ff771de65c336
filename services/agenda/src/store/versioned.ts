import type { Item, Write } from "@digihulp/store";

/** Something read from a row, with the version that a change must have read. */
export type Versioned<Value> = { readonly value: Value; readonly version: number };

/** The write that puts a next state where this one was read, or a first one where nothing stood. */
export const next = (
  read: Versioned<unknown> | undefined,
  item: (version: number) => Item,
): Write =>
  read
    ? { kind: "replace", item: item(read.version + 1), readVersion: read.version }
    : { kind: "create", item: item(1) };
