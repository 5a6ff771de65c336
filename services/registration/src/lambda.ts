import { memberIdentity } from "@digihulp/access/session";
import { personCards } from "@digihulp/people";
import { regionById } from "@digihulp/region";
import { openSessions, openTable } from "@digihulp/store";
import { environment, serve } from "@digihulp/web";
import { routes } from "./routes.ts";
import { referrals } from "./store/referrals.ts";
import { register } from "./store/register.ts";
import { registrationTable } from "./store/registration-table.ts";

const env = environment(process.env);
const now = Date.now;
const table = openTable({
  definition: registrationTable(env.table),
  sessions: openSessions(env.dataRoles),
  now,
});

export const handler = serve({
  routes,
  deps: {
    table,
    now,
    register: register(table),
    referrals: referrals(table),
    cards: personCards(table),
  },
  env,
  identify: memberIdentity({
    region: regionById(env.regionId),
    sessionTable: env.sessionTable,
    dataRoles: env.dataRoles,
    issuer: env.issuer,
    now,
  }),
});
