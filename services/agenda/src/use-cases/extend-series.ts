import { job } from "@digihulp/access";
import type { Scope } from "@digihulp/access";
import { accept, addDays } from "@digihulp/kernel";
import type { CalendarDate, Result } from "@digihulp/kernel";
import { bodyHash, decideAndCommit } from "@digihulp/store";
import type {
  Attributes,
  CommitRefusal,
  Decided,
  ScopedTable,
  Table,
  Write,
} from "@digihulp/store";
import type { Occurrence } from "../domain/occurrence.ts";
import { planSeries } from "../domain/plan-series.ts";
import type { Series } from "../domain/series.ts";
import { occurrenceItem, occurrenceKey } from "../store/occurrence-item.ts";
import { progressFrom, progressItem, seriesKey } from "../store/series-item.ts";

type Deps = { readonly table: Table; readonly now: () => number };

export type Extension = { readonly series: Series; readonly until: CalendarDate };

// 100 keys fit in one batch read and 100 items in one transaction; the rest is room for state and event.
const OCCURRENCES_PER_COMMIT = 40;

const chunks = <Thing>(things: readonly Thing[], size: number): Thing[][] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, at) =>
    things.slice(at * size, (at + 1) * size),
  );

function change(
  series: Series,
  planned: readonly Occurrence[],
  [row, ...existing]: readonly (Attributes | undefined)[],
): Decided<number> {
  const missing = planned.filter((_, at) => !existing[at]);
  const last = planned.at(-1);
  if (!last) return { answer: 0 };
  const before = progressFrom(row);
  const after = { id: series.id, plannedUntil: last.date, rule: ruleHash(series) };
  if (missing.length === 0 && before?.rule === after.rule && before.plannedUntil >= last.date)
    return { answer: 0 };
  const progress: Write = before
    ? {
        kind: "replace",
        item: progressItem(after, before.version + 1),
        readVersion: before.version,
      }
    : { kind: "create", item: progressItem(after, 1) };
  return {
    answer: missing.length,
    change: {
      writes: [
        progress,
        ...missing.map((occurrence): Write => ({
          kind: "create",
          item: occurrenceItem(occurrence),
        })),
      ],
      event: {
        name: "occurrences-planned",
        actor: job("extend-series"),
        subject: series.id,
        detail: { occurrences: missing },
      },
    },
  };
}

const ruleHash = (series: Series): string => bodyHash({ ...series, version: 0 });

async function startOf(table: ScopedTable, series: Series): Promise<CalendarDate> {
  const [row] = await table.load([seriesKey(series.id)]);
  const before = progressFrom(row);
  return before?.rule === ruleHash(series) ? addDays(before.plannedUntil, 1) : series.start;
}

/**
 * Plans a series up to a date: every missing occurrence is created, none is touched, and each commit
 * says how far it came. Answers how many were added; doing it again adds none.
 */
export const extendSeries =
  ({ table, now }: Deps) =>
  async (scope: Scope, { series, until }: Extension): Promise<Result<number, CommitRefusal>> => {
    const scoped = table.within(scope);
    const from = await startOf(scoped, series);
    if (from > until) return accept(0);
    const planned = planSeries(series, {
      existing: new Set(),
      horizon: { from, until },
      now: now(),
    });
    let added = 0;
    for (const chunk of chunks(planned, OCCURRENCES_PER_COMMIT)) {
      const outcome = await decideAndCommit<number, never>(scoped, {
        reads: [seriesKey(series.id), ...chunk.map(({ id }) => occurrenceKey(id))],
        decide: (rows) => accept(change(series, chunk, rows)),
        parseAnswer: () => 0,
      });
      if (!outcome.ok) return outcome;
      added += outcome.value;
    }
    return accept(added);
  };
