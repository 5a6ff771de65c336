import type { WallCall } from "../../infra/local/wall/wall.ts";
import { READS, someMoment, view } from "./pages.ts";
import { row, type Bench, type Row } from "./row.ts";

/** Calls made at once may miss each other on a busy machine; calls in a row never overlap. */
const VIEWS = 12;
const MOST_ROUND_TRIPS = 2;

type Timed = { readonly action: string; readonly start: number; readonly end: number };

/** The longest chain of calls in which each began after the one before it had ended. */
export function sequentialLevels(calls: readonly Timed[]): number {
  let levels = 0;
  let lastEnd = -Infinity;
  for (const { end, start } of calls.toSorted((one, other) => one.end - other.end)) {
    if (start < lastEnd) continue;
    levels += 1;
    lastEnd = end;
  }
  return levels;
}

const isDatabase = ({ action }: Timed): boolean => action.startsWith("dynamodb:");

/** How many DynamoDB round trips a reader waits for, and the sessions that a fresh function takes. */
export async function pageReads(bench: Bench): Promise<readonly Row[]> {
  let calls: Timed[] = [];
  bench.stack.wall.onCall(({ action, milliseconds }: WallCall) => {
    const end = performance.now();
    calls.push({ action, start: end - milliseconds, end });
  });
  const during = async (path: string): Promise<Timed[]> => {
    calls = [];
    await view(bench, path);
    return calls;
  };
  const moment = await someMoment(bench);
  const rows: Row[] = [];
  for (const [name, pathOf] of Object.entries(READS)) {
    const levels: number[] = [];
    let most = 0;
    for (let turn = 0; turn < VIEWS; turn += 1) {
      const made = (await during(pathOf(turn, moment))).filter(isDatabase);
      levels.push(sequentialLevels(made));
      most = Math.max(most, made.length);
    }
    rows.push(
      row({
        what: `round trips in a row, ${name}`,
        unit: "",
        measured: Math.min(...levels),
        budget: { of: "measured", atMost: MOST_ROUND_TRIPS },
        note: `${most} calls in all, the fewest rows of ${VIEWS} views`,
      }),
    );
  }
  return rows;
}
