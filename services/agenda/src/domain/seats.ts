import { accept, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import type { MomentKind } from "@digihulp/region";

/** The places of one moment; `taken` counts every booking that is not cancelled. */
export type Seats = { readonly capacity: number; readonly taken: number };

// Our assumption until a series says it: one helper at a table of a dozen, fewer when all follow at once.
export const CAPACITY = {
  "drop-in": 12,
  "drop-in-with-workshop": 8,
} as const satisfies Record<MomentKind, number>;

/** The places of a moment that nobody booked yet. */
export const allFree = (kind: MomentKind): Seats => ({ capacity: CAPACITY[kind], taken: 0 });

export const hasFree = ({ capacity, taken }: Seats): boolean => taken < capacity;

export const takeOne = (seats: Seats): Result<Seats, { readonly kind: "no-seat-left" }> =>
  hasFree(seats) ? accept({ ...seats, taken: seats.taken + 1 }) : refuse({ kind: "no-seat-left" });

export const freeOne = (seats: Seats): Seats => ({ ...seats, taken: seats.taken - 1 });
