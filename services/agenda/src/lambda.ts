import { everybodyIsAVisitor } from "@digihulp/access/session";
import { openSessions, openTable } from "@digihulp/store";
import { environment, serve } from "@digihulp/web";
import { routes } from "./routes.ts";
import { agendaTable } from "./store/agenda-table.ts";
import { publicAgenda } from "./store/public-agenda.ts";

const env = environment(process.env);
const table = openTable({
  definition: agendaTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});

export const handler = serve({
  routes,
  deps: {
    agenda: publicAgenda(table),
    table,
    cards: () => Promise.reject(new Error("this function is not given the registration's table")),
  },
  env,
  identify: everybodyIsAVisitor,
});
