import { decide, VISITOR } from "@digihulp/access";
import type { WallTime } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { failed } from "./failed.tsx";
import { NOT_FOUND } from "./failure.ts";
import type { Failure } from "./failure.ts";
import type { HttpRequest, HttpResponse } from "./http.ts";
import type { Answer, Context, Route } from "./route.ts";
import { makeRouter } from "./router.ts";

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
  readonly note: (note: Note) => void;
};

// A form of ten long texts stays under 100 KB; what is larger was not typed by a person.
const LARGEST_BODY = 131_072;
const LONGEST_QUERY = 2_048;

const isFailure = (answer: Answer): answer is Failure => "kind" in answer;

/** The API and the calendar feed answer in documents, everything else in pages. */
const isForProgram = (path: string): boolean => path.startsWith("/api/") || path.endsWith(".ics");

function refusedEarly({ bodySize, query }: HttpRequest): Failure | undefined {
  if (bodySize > LARGEST_BODY) return { kind: "too-large" };
  if (query.toString().length > LONGEST_QUERY) return { kind: "malformed" };
  return undefined;
}

/** Decides, then handles. A denial looks like a missing page, and its reason goes to the log. */
async function guarded<Deps>(
  route: Route<Deps>,
  deps: Deps,
  work: { context: Context; site: Site },
) {
  const { context, site } = work;
  if ("open" in route) return route.handle(deps)(context);
  const decision = decide(VISITOR, {
    permission: route.permission,
    resource: route.about(context),
    facts: { today: context.now.date },
  });
  if (decision.allowed) return route.handle(deps)({ ...context, scope: decision.scope });
  const { reference } = context.request;
  site.note({ event: "denied", route: route.path, reference, reason: decision.reason });
  return NOT_FOUND;
}

const withoutBody = (response: HttpResponse): HttpResponse => ({ ...response, body: "" });

/** One service as a function from request to answer: routing, permission, and one fault boundary. */
export function makeSite<Deps>(routes: readonly Route<Deps>[], deps: Deps, site: Site) {
  const find = makeRouter(routes);
  const { region, origin } = site;

  const answer = async (request: HttpRequest): Promise<Answer> => {
    const early = refusedEarly(request);
    if (early) return early;
    const match = find(request.method, request.path);
    if (match.kind === "none") return NOT_FOUND;
    if (match.kind === "other-method") return { ...match, kind: "method-not-allowed" };
    const context = { request, params: match.params, region, origin, now: site.now() };
    return guarded(match.route, deps, { context, site });
  };

  return async (request: HttpRequest): Promise<HttpResponse> => {
    const { reference, path } = request;
    const failure = { region, reference, isProgram: isForProgram(path) };
    try {
      const answered = await answer(request);
      const response = isFailure(answered) ? failed(answered, failure) : answered;
      return request.method === "HEAD" ? withoutBody(response) : response;
    } catch (cause) {
      const found = find(request.method, path);
      const route = found.kind === "found" ? found.route.path : "none";
      site.note({ event: "fault", route, reference, reason: "thrown", cause });
      return failed({ kind: "fault" }, failure);
    }
  };
}
