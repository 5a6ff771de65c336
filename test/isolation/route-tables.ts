import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { routes as agenda } from "@digihulp/service-agenda";
import { routes as partnership } from "@digihulp/service-partnership";
import type { Route } from "@digihulp/web";

/** What a test may know of a route: everything but how it is handled. */
export type WalkedRoute = Pick<Route<never>, "method" | "path" | "kind" | "shape"> & {
  readonly service: string;
};

const TABLES: Readonly<Record<string, readonly Omit<WalkedRoute, "service">[]>> = {
  agenda,
  partnership,
};

const SERVICES = join(import.meta.dirname, "..", "..", "services");

/** Every route of every service's table. */
export const ROUTES: readonly WalkedRoute[] = Object.entries(TABLES).flatMap(([service, routes]) =>
  routes.map(({ method, path, kind, shape }) => ({
    service,
    method,
    path,
    kind,
    ...(shape ? { shape } : {}),
  })),
);

/** Services with a route table that is not walked. */
export const unwalkedServices = (): string[] =>
  readdirSync(SERVICES).filter(
    (name) => existsSync(join(SERVICES, name, "src", "routes.ts")) && !(name in TABLES),
  );
