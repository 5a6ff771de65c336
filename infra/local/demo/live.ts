import { isObject } from "../json.ts";
import { problemOf, type Answered, type Command } from "./browser.ts";
import { dayOf, type Day } from "./calendar.ts";
import { commandOf, idsIn, Known } from "./commands.ts";
import type { Deed } from "./deed.ts";
import type { Ids, Journal } from "./journal.ts";

export type Stage = {
  travelTo(instant: number): Promise<void>;
  /** Sends a command in somebody's name. */
  send(who: string, command: Command): Promise<Answered>;
  /** Resolves when everything said so far has come through to everybody. */
  drain(): Promise<void>;
  /** Hears of each day that was lived. */
  lived(day: Day, deeds: number): void;
};

/** People whom the portal takes for the same, as it names them when it asks to look again. */
function alike({ body }: Answered): string[] {
  const issues = isObject(body) ? body["issues"] : undefined;
  if (!Array.isArray(issues)) return [];
  return issues.flatMap((issue) => {
    const id = isObject(issue) ? issue["message"] : undefined;
    return typeof id === "string" ? [id] : [];
  });
}

async function perform(deed: Deed, command: Command, { send }: Stage): Promise<Answered> {
  const answered = await send(deed.who, command);
  if (problemOf(answered) !== "possible-duplicate" || !isObject(command.body)) return answered;
  // The desk looks, and takes them for somebody else: that is how people come to be there twice.
  return send(deed.who, { ...command, body: { ...command.body, notSameAs: alike(answered) } });
}

/** Does one thing at its own time; throws when the portal refuses it. */
async function live(deed: Deed, known: Known, stage: Stage): Promise<Ids> {
  await stage.travelTo(deed.at);
  const { who, act, key } = deed;
  const command = commandOf(act, dayOf(deed.at), known);
  const answered = await perform(deed, { ...command, key: `demo-${key}` }, stage);
  if (answered.status !== 200) {
    const why = `${answered.status} ${problemOf(answered)}`.trim();
    throw new Error(`${who} could not ${act.does} on ${dayOf(deed.at)} (${key}): ${why}`);
  }
  return idsIn(act, answered.body);
}

function ahead(deeds: readonly Deed[], { done }: Pick<Journal, "done">, known: Known): Deed[] {
  return deeds.filter(({ key }) => {
    const ids = done.get(key);
    if (ids) known.remember(ids);
    return !ids;
  });
}

/**
 * Lives what the journal does not hold of a year, deed after deed. Something that was done but not written
 * down any more is answered as it was then.
 */
export async function liveYear(
  deeds: readonly Deed[],
  journal: Pick<Journal, "done" | "write">,
  stage: Stage,
): Promise<void> {
  const known = new Known();
  const days = Map.groupBy(ahead(deeds, journal, known), ({ at }) => dayOf(at));
  for (const [day, ofDay] of days) {
    for (const deed of ofDay) {
      const ids = await live(deed, known, stage);
      known.remember(ids);
      journal.write(deed.key, ids);
    }
    // A day is over when what it led to has happened as well, on that day.
    await stage.drain();
    stage.lived(day, ofDay.length);
  }
}
