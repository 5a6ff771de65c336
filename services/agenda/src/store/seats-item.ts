import type { Attributes, Item, Key } from "@digihulp/store";
import * as z from "zod/mini";
import type { OccurrenceId } from "../domain/occurrence.ts";
import type { Seats } from "../domain/seats.ts";
import type { Versioned } from "./versioned.ts";

const Stored = z.object({ capacity: z.number(), taken: z.number(), version: z.number() });

export const seatsKey = (of: OccurrenceId): Key => ({
  partition: ["occurrence", of],
  sort: "seats",
});

export function seatsFrom(row: Attributes | undefined): Versioned<Seats> | undefined {
  if (!row) return undefined;
  const { version, ...value } = z.parse(Stored, row);
  return { value, version };
}

export const seatsItem = (of: OccurrenceId, seats: Seats, version: number): Item => ({
  key: seatsKey(of),
  type: "seats",
  version,
  attributes: seats,
});
