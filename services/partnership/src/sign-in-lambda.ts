import { everybodyIsAVisitor, sessionStore } from "@digihulp/access/session";
import { regionById } from "@digihulp/region";
import { openSessions, openTable } from "@digihulp/store";
import { environment, serve } from "@digihulp/web";
import * as z from "zod/mini";
import { signInRoutes } from "./sign-in-routes.ts";
import { openIssuer } from "./sign-in/issuer.ts";
import { partnershipTable } from "./store/partnership-table.ts";

const env = environment(process.env);
const { issuer, siteClientId: clientId } = env;
if (!issuer || !clientId) throw new Error("signing in needs an issuer and our client id with it");
const isAddress = z.string().check(z.startsWith("https://"));
const logoutEndpoint = z.parse(z.optional(isAddress), process.env["LOGOUT_ENDPOINT"]);
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
    issuer: openIssuer({ issuer, clientId, origin: env.origin, logoutEndpoint, now: Date.now }),
    now: Date.now,
  },
  env,
  // These pages make and end sessions: each reads the browser's own cookie itself.
  identify: everybodyIsAVisitor,
});
