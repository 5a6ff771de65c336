import { everybodyIsAVisitor, sessionStore } from "@digihulp/access/session";
import { regionById } from "@digihulp/region";
import { openSessions, openTable } from "@digihulp/store";
import { environment, serve } from "@digihulp/web";
import * as z from "zod/mini";
import { signInRoutes } from "./sign-in-routes.ts";
import { openIssuer } from "./sign-in/issuer.ts";
import { partnershipTable } from "./store/partnership-table.ts";

const env = environment(process.env);
const { ISSUER, SITE_CLIENT_ID, LOGOUT_ENDPOINT } = z.parse(
  z.object({
    ISSUER: z.url(),
    SITE_CLIENT_ID: z.string().check(z.minLength(1)),
    LOGOUT_ENDPOINT: z.optional(z.url()),
  }),
  process.env,
);
const table = openTable({
  definition: partnershipTable(env.table),
  sessions: openSessions(env.dataRoles),
  now: Date.now,
});

export const handler = serve({
  routes: signInRoutes,
  deps: {
    table,
    sessions: sessionStore(table, regionById(env.regionId)),
    issuer: openIssuer({
      issuer: ISSUER,
      clientId: SITE_CLIENT_ID,
      origin: env.origin,
      logoutEndpoint: LOGOUT_ENDPOINT,
      now: Date.now,
    }),
    now: Date.now,
  },
  env,
  // These pages make and end sessions: each reads the browser's own cookie itself.
  identify: everybodyIsAVisitor,
});
