import { memberIdentity } from "@digihulp/access/session";
import { personCards } from "@digihulp/people";
import { regionById } from "@digihulp/region";
import { openSessions, openTable } from "@digihulp/store";
import { environment, serve } from "@digihulp/web";
import { routes } from "./routes.ts";
import { agendaTable } from "./store/agenda-table.ts";
import { publicAgenda } from "./store/public-agenda.ts";

const env = environment(process.env);
const { peopleTable, peopleRole } = env;
if (!peopleTable || !peopleRole) throw new Error("the agenda needs to read person cards");
const table = openTable({
  definition: agendaTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});
const people = openTable({
  definition: { name: peopleTable, indexes: {} },
  sessions: openSessions({ tenant: peopleRole }),
  now: Date.now,
});

export const handler = serve({
  routes,
  deps: { agenda: publicAgenda(table), table, cards: personCards(people).of },
  env,
  identify: memberIdentity({ ...env, region: regionById(env.regionId), now: Date.now }),
});
