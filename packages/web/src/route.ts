import type { Actor, Facts, Permission, Resource, Scope } from "@digihulp/access";
import type { WallTime } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import type { $ZodType } from "zod/v4/core";
import type { Failure } from "./failure.ts";
import type { HttpRequest, HttpResponse } from "./http.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A further decision inside a request: the scope, or undefined when it is denied (and logged). */
export type Ask = (
  permission: Permission,
  resource: Resource,
  facts?: Omit<Facts, "today">,
) => Scope | undefined;

/** Everything a handler may know beside its own dependencies. */
export type Context = {
  readonly request: HttpRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly region: RegionDefinition;
  /** Wall-clock time in Brussels: today is an argument. */
  readonly now: WallTime;
  /** Address of the site, without a slash at the end. */
  readonly origin: string;
  readonly actor: Actor;
  /** The signed-in member's own name; absent for visitors and programs. */
  readonly memberName?: string;
  readonly ask: Ask;
};

export type ScopedContext = Context & { readonly scope: Scope };

/** An answer of its own, or a failure that becomes a page or a problem document. */
export type Answer = HttpResponse | Failure;

export type Handle<Deps> = (deps: Deps) => (context: ScopedContext) => Promise<Answer>;
export type OpenHandle<Deps> = (deps: Deps) => (context: Context) => Promise<Answer>;

/** What a JSON route takes and gives, as schemas: they parse, and they make the OpenAPI document. */
export type ApiShape = {
  readonly query?: $ZodType;
  readonly body?: $ZodType;
  readonly response?: $ZodType;
};

type Described = {
  readonly method: Method;
  /** Hono's path grammar, for example `/agenda/moment/:id`. */
  readonly path: string;
  /** A page for people, a feed for calendars, or JSON for programs. */
  readonly kind: "page" | "feed" | "api";
  /** One English sentence: the summary in the OpenAPI document. */
  readonly summary: string;
  readonly shape?: ApiShape;
  /** Bytes, where it is not the usual most. */
  readonly largestBody?: number;
};

/** A route for those whom the policy table gives this permission. */
export type GuardedRoute<Deps> = Described & {
  readonly permission: Permission;
  /** Whose rows it is about; undefined when the address names nobody's. */
  readonly about: (context: Context) => Resource | undefined;
  readonly handle: Handle<Deps>;
};

/** A route that reads no rows at all, and why nobody needs a permission for it. */
export type OpenRoute<Deps> = Described & {
  readonly open: string;
  readonly handle: OpenHandle<Deps>;
};

export type Route<Deps> = GuardedRoute<Deps> | OpenRoute<Deps>;

/** The public rows of the region that is served. */
export const publicRows = ({ region }: Pick<Context, "region">): Resource => ({
  kind: "public",
  region: region.id,
});

/** The rows of the municipality that the member or program works for. */
export function ownTenant({
  actor,
  region,
}: Pick<Context, "actor" | "region">): Resource | undefined {
  const membership = "membership" in actor ? actor.membership : undefined;
  return membership && "tenant" in membership
    ? { kind: "tenant", region: region.id, tenant: membership.tenant }
    : undefined;
}

/** The list of the organisation that the member or program works for. */
export function ownOrganisation({ actor, region }: Context): Resource | undefined {
  const membership = "membership" in actor ? actor.membership : undefined;
  return membership?.role === "partner"
    ? { kind: "organisation", region: region.id, organisation: membership.organisation }
    : undefined;
}
