import { createClock } from "../clock.ts";
import { dayOf } from "../demo/calendar.ts";
import { liveDemo } from "../demo/demo.ts";
import { openJournal } from "../demo/journal.ts";
import type { Inside } from "../stack.ts";
import type { Flags } from "./flags.ts";
import { step } from "./steps.ts";

export type DemoChoice = { flags: Flags; kept: string; signal: AbortSignal };

/**
 * What the first start does before its doors open; undefined when there is nothing to live. A year that
 * breaks off leaves a portal that works, and the next start goes on with it. Ask before anything is stored.
 */
export function demoYear({ flags, kept, signal }: DemoChoice) {
  if (flags.empty) return undefined;
  const journal = openJournal(kept, dayOf(createClock(flags.today).now()));
  if (!journal) return undefined;
  return async (inside: Inside): Promise<void> => {
    console.log(`  the year before ${journal.today}, with invented people:`);
    try {
      await step("demo year", () => liveDemo(journal, inside, console.log));
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      console.error(`The demo year broke off: ${reason}. The next start goes on with it.`);
    }
  };
}
