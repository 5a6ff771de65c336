import type { ScopedTable, Table } from "@digihulp/store";

/** Thrown where the process is taken to have ended; nothing of the product catches it. */
export class ProcessEnded extends Error {
  override readonly name = "ProcessEnded";
}

type Moment = {
  /** How many calls to the table are answered before the end. */
  readonly after: number;
  /** Whether the last call still reached the table, its answer lost with the process. */
  readonly isReached: boolean;
};

/** A table for a process that ends at one moment: between two of its steps, or in the middle of one. */
export function endingAt(table: Table, { after, isReached }: Moment): Table {
  let calls = 0;
  const step = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    calls += 1;
    if (calls <= after) return call();
    if (calls === after + 1 && isReached) await call();
    throw new ProcessEnded("the process ended");
  };
  const ending = (scoped: ScopedTable): ScopedTable => ({
    load: (keys) => step(() => scoped.load(keys)),
    loadOnly: (attributes, keys) => step(() => scoped.loadOnly(attributes, keys)),
    query: (query) => step(() => scoped.query(query)),
    commit: (commit) => step(() => scoped.commit(commit)),
    putNewer: (item) => step(() => scoped.putNewer(item)),
    remove: (key) => step(() => scoped.remove(key)),
  });
  return { within: (scope) => ending(table.within(scope)) };
}

export type EndedWork = {
  /** A table as it stands before the work; made anew for every moment. */
  readonly start: () => Promise<Table>;
  readonly work: (table: Table) => Promise<unknown>;
  /** What a new process does with the table, and what must hold then. */
  readonly afterwards: (table: Table) => Promise<void>;
};

/**
 * Runs work in a process that ends at each of its steps in turn, once before and once after the step
 * reached the table, until the work runs to its end. Answers at how many moments it was ended.
 */
export async function endedAtEveryStep({ start, work, afterwards }: EndedWork): Promise<number> {
  for (let after = 0; ; after += 1)
    for (const isReached of [false, true]) {
      const table = await start();
      try {
        await work(endingAt(table, { after, isReached }));
        return after * 2;
      } catch (error) {
        if (!(error instanceof ProcessEnded)) throw error;
      }
      await afterwards(table);
    }
}
