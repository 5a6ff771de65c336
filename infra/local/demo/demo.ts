import type { Inside } from "../stack.ts";
import type { Journal } from "./journal.ts";
import { liveYear } from "./live.ts";
import { Progress } from "./progress.ts";
import { readSetting } from "./read-setting.ts";
import { Staff } from "./staff.ts";
import { yearOf } from "./year.ts";

/** The same invented people in every demo; only the days move along. */
const SEED = "verzonnen";

type Say = (line: string) => void;

/** Lives the demo year in a running portal, by what its own staff would do there. */
export async function liveDemo(journal: Journal, inside: Inside, say: Say): Promise<void> {
  const { application, drain, now, travelTo, origin, door } = inside;
  const portal = { origin, door };
  const personas = application.identity?.personas.map(({ id }) => id) ?? [];
  const setting = await readSetting(portal, { today: journal.today, personas });
  const staff = new Staff(portal, now);
  const progress = new Progress(say);
  await liveYear(yearOf(setting, SEED), journal, {
    travelTo,
    drain,
    send: (who, command) => staff.send(who, command),
    lived: (day, deeds) => progress.lived(day, deeds),
  });
  progress.end();
  journal.finish();
}
