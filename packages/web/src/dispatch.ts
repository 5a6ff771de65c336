import { decide } from "@digihulp/access";
import type { Identify, Identity } from "@digihulp/access/session";
import type { WallTime } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { failed } from "./failed.tsx";
import { NOT_FOUND } from "./failure.ts";
import type { Failure } from "./failure.ts";
import type { HttpRequest, HttpResponse } from "./http.ts";
import type { Answer, Ask, Context, GuardedRoute, Route } from "./route.ts";
import { makeRouter } from "./router.ts";
import { isFromOurPages } from "./same-site.ts";
import { signInFirst } from "./sign-in-first.tsx";

/** What a log line keeps of a request that went wrong: never a query, a name or an address. */
export type Note = {
  readonly event: "denied" | "fault";
  readonly route: string;
  readonly reference: string;
  readonly reason: string;
  readonly cause?: unknown;
};

export type Site = {
  readonly region: RegionDefinition;
  /** Address of the site, without a slash at the end. */
  readonly origin: string;
  readonly now: () => WallTime;
  readonly identify: Identify;
  readonly note: (note: Note) => void;
};

/**
 * Bytes of the largest body that a route takes, unless it says otherwise. A form of ten long texts stays
 * under 100 KB; what is larger was not typed by a person.
 */
export const LARGEST_BODY = 131_072;
const LONGEST_QUERY = 2_048;

const isFailure = (answer: Answer): answer is Failure => "kind" in answer;

/** The API and the calendar feed answer in documents, everything else in pages. */
const isForProgram = (path: string): boolean =>
  path.startsWith("/api/") || path.endsWith(".ics") || path === "/health";

function refusedEarly({ bodySize, query }: HttpRequest, largest: number): Failure | undefined {
  if (bodySize > largest) return { kind: "too-large" };
  return query.toString().length > LONGEST_QUERY ? { kind: "malformed" } : undefined;
}

type Work = { readonly request: HttpRequest; readonly site: Site; readonly path: string };

/** Decides in the name of one actor; every denial goes to the log with its reason. */
const asker =
  ({ request, site, path }: Work, actor: Identity["actor"], today: WallTime["date"]): Ask =>
  (permission, resource, facts = {}) => {
    const decision = decide(actor, { permission, resource, facts: { ...facts, today } });
    if (decision.allowed) return decision.scope;
    const { reference } = request;
    site.note({ event: "denied", route: path, reference, reason: decision.reason });
    return undefined;
  };

/** A denial looks like a missing page; who did not sign in is asked to, as far as that could help. */
async function guarded<Deps>(route: GuardedRoute<Deps>, deps: Deps, context: Context) {
  const resource = route.about(context);
  const scope = resource && context.ask(route.permission, resource);
  if (scope) return route.handle(deps)({ ...context, scope });
  return context.actor.kind === "visitor" ? signInFirst(route, context) : NOT_FOUND;
}

/** What others may be given too carries nobody's cookie. */
const isKept = ({ headers }: HttpResponse): boolean =>
  (headers["cache-control"] ?? "").startsWith("public");

const finished = (answer: HttpResponse, request: HttpRequest, cookies: readonly string[]) => ({
  ...answer,
  ...(cookies.length > 0 && !isKept(answer)
    ? { cookies: [...(answer.cookies ?? []), ...cookies] }
    : {}),
  ...(request.method === "HEAD" ? { body: "" } : {}),
});

/** One service as a function from request to answer: routing, permission, and one fault boundary. */
export function makeSite<Deps>(routes: readonly Route<Deps>[], deps: Deps, site: Site) {
  const find = makeRouter(routes);
  const { region, origin } = site;

  const answer = async (request: HttpRequest): Promise<{ answer: Answer; identity?: Identity }> => {
    const match = find(request.method, request.path);
    const largest = match.kind === "found" ? match.route.largestBody : undefined;
    const early = refusedEarly(request, largest ?? LARGEST_BODY);
    if (early) return { answer: early };
    if (match.kind === "none") return { answer: NOT_FOUND };
    if (match.kind === "other-method") return { answer: { ...match, kind: "method-not-allowed" } };
    if (!isFromOurPages(request, origin)) return { answer: { kind: "forbidden" } };
    const { route, params } = match;
    const { cookies, headers } = request;
    const identity = await site.identify({ cookies, authorization: headers["authorization"] });
    if (identity.refused === "token-refused") return { answer: { kind: "unauthorized" } };
    const now = site.now();
    const { actor, name } = identity;
    const ask = asker({ request, site, path: route.path }, actor, now.date);
    const known = name === undefined ? {} : { memberName: name };
    const context: Context = { request, params, region, origin, now, actor, ask, ...known };
    const given =
      "open" in route ? await route.handle(deps)(context) : await guarded(route, deps, context);
    return { answer: given, identity };
  };

  return async (request: HttpRequest): Promise<HttpResponse> => {
    const { reference, path } = request;
    const failure = { region, reference, isProgram: isForProgram(path) };
    try {
      const { answer: given, identity } = await answer(request);
      const response = isFailure(given) ? failed(given, failure) : given;
      return finished(response, request, identity?.cookies ?? []);
    } catch (cause) {
      const found = find(request.method, path);
      const route = found.kind === "found" ? found.route.path : "none";
      site.note({ event: "fault", route, reference, reason: "thrown", cause });
      return failed({ kind: "fault" }, failure);
    }
  };
}
