import * as z from "zod";
import type { Bench } from "./row.ts";

/** What anyone reads. `view` makes each address new, so that the edge passes it on. */
export const READS = {
  "start page": (view: number) => `/?keer=${view}`,
  agenda: (view: number) => `/agenda?keer=${view}`,
  "agenda of a municipality": (view: number) => `/agenda?gemeente=destelbergen&keer=${view}`,
  moment: (view: number, moment: string) => `/agenda/moment/${moment}?keer=${view}`,
  digiclubs: (view: number) => `/digiclubs?keer=${view}`,
  "calendar feed": (view: number) => `/agenda/feed.ics?keer=${view}`,
  "API, occurrences": (view: number) => `/api/agenda/occurrences?keer=${view}`,
} as const satisfies Record<string, (view: number, moment: string) => string>;

export type ReadName = keyof typeof READS;

const Occurrences = z.object({ occurrences: z.array(z.object({ id: z.string() })) });

/** A moment that the region's agenda holds today. */
export async function someMoment({ stack }: Bench): Promise<string> {
  const answer = await fetch(`${stack.origin}/api/agenda/occurrences`);
  const { occurrences } = Occurrences.parse(await answer.json());
  const last = occurrences.at(-1);
  if (!last) throw new Error("the agenda is empty");
  return last.id;
}

/** Reads one of them to its end. */
export async function view({ stack }: Bench, path: string): Promise<void> {
  const answer = await fetch(stack.origin + path);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
}
