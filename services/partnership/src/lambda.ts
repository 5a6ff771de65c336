import { memberIdentity } from "@digihulp/access/session";
import { regionById } from "@digihulp/region";
import { openSessions, openTable } from "@digihulp/store";
import { environment, serve } from "@digihulp/web";
import { askOverHttp } from "./api/health.ts";
import { routes } from "./routes.ts";
import { publicDirectory } from "./store/directory.ts";
import { partnershipTable } from "./store/partnership-table.ts";
import { upcomingMoments } from "./store/upcoming.ts";

const env = environment(process.env);
const table = openTable({
  definition: partnershipTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});

export const handler = serve({
  routes,
  deps: {
    upcoming: upcomingMoments(table),
    directory: publicDirectory(table),
    askService: askOverHttp,
    table,
    now: Date.now,
  },
  env,
  identify: memberIdentity({ ...env, region: regionById(env.regionId), now: Date.now }),
});
