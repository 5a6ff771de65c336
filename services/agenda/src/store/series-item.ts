import { isCalendarDate } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import type { Attributes, Item, Key } from "@digihulp/store";
import * as z from "zod/mini";
import type { SeriesId } from "../domain/occurrence.ts";

/** How far a series stands in the agenda: the rule itself is the region's reviewed code. */
export type SeriesProgress = {
  readonly id: SeriesId;
  /** Date of its last planned occurrence. */
  readonly plannedUntil: CalendarDate;
  /** Hash of the rule that planned it; another rule is planned anew from its start. */
  readonly rule: string;
};

const Stored = z.object({
  plannedUntil: z.custom<CalendarDate>(isCalendarDate),
  rule: z.string(),
  version: z.number(),
});
export type StoredProgress = z.infer<typeof Stored>;

export const seriesKey = (id: SeriesId): Key => ({ partition: ["series", id], sort: "series" });

export const progressFrom = (row: Attributes | undefined): StoredProgress | undefined =>
  row && z.parse(Stored, row);

export const progressItem = (progress: SeriesProgress, version: number): Item => ({
  key: seriesKey(progress.id),
  type: "series",
  version,
  attributes: progress,
});
