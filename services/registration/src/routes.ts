import type { Route } from "@digihulp/web";
import { apiRoutes } from "./api-routes.ts";
import type { RegistrationDeps } from "./deps.ts";
import { pageRoutes } from "./page-routes.ts";

/** Every route of the registration: the pages of members, and the same for programs. */
export const routes: readonly Route<RegistrationDeps>[] = [...pageRoutes, ...apiRoutes];
