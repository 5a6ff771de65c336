import type { Attributes, Item, Key } from "@digihulp/store";
import * as z from "zod/mini";
import type { OccurrenceId } from "../domain/occurrence.ts";
import type { Versioned } from "./versioned.ts";

const Stored = z.object({ visitors: z.number(), version: z.number() });

export const tallyKey = (of: OccurrenceId): Key => ({
  partition: ["occurrence", of],
  sort: "tally",
});

export function tallyFrom(row: Attributes | undefined): Versioned<number> | undefined {
  if (!row) return undefined;
  const { visitors, version } = z.parse(Stored, row);
  return { value: visitors, version };
}

export const tallyItem = (of: OccurrenceId, visitors: number, version: number): Item => ({
  key: tallyKey(of),
  type: "tally",
  version,
  attributes: { visitors },
});
