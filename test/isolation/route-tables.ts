import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { routes as agenda } from "@digihulp/service-agenda";
import { routes as partnership } from "@digihulp/service-partnership";
import type { Route } from "@digihulp/web";
import { signInRoutes } from "../../services/partnership/src/sign-in-routes.ts";
import { routes as registration } from "../../services/registration/src/routes.ts";

/** What a test may know of a route: everything but how it is handled. */
export type WalkedRoute = Pick<Route<never>, "method" | "path" | "kind" | "shape"> & {
  readonly service: string;
};

type Table = readonly Omit<WalkedRoute, "service">[];

/** The route tables that functions serve, by the file that each stands in. */
const TABLES: Readonly<Record<string, Table>> = {
  "agenda/routes.ts": agenda,
  "partnership/routes.ts": partnership,
  "partnership/sign-in-routes.ts": signInRoutes,
  "registration/routes.ts": registration,
};

const SERVICES = join(import.meta.dirname, "..", "..", "services");

/** Every route of every service's tables. */
export const ROUTES: readonly WalkedRoute[] = Object.entries(TABLES).flatMap(([file, routes]) =>
  routes.map(({ method, path, kind, shape }) => ({
    service: file.replace(/\/.*/, ""),
    method,
    path,
    kind,
    ...(shape ? { shape } : {}),
  })),
);

/** Functions of a service that serve a table of routes which is not walked. */
export function unwalkedTables(): string[] {
  const roots = readdirSync(SERVICES).flatMap((service) =>
    readdirSync(join(SERVICES, service, "src"))
      .filter((file) => /(^|-)lambda\.ts$/.test(file))
      .map((file) => ({
        service,
        text: readFileSync(join(SERVICES, service, "src", file), "utf8"),
      })),
  );
  return roots
    .flatMap(({ service, text }) =>
      [...text.matchAll(/from "\.\/((?:[\w-]+-)?routes\.ts)"/g)].map(
        ([, file = ""]) => `${service}/${file}`,
      ),
    )
    .filter((file) => !(file in TABLES));
}
