import { behaviourFinder } from "./edge/behaviours.ts";
import { EdgeCache, secondsToKeep } from "./edge/cache.ts";
import { compressed } from "./edge/compress.ts";
import { forward, forwardsCookies, type Forwarded } from "./edge/forward.ts";
import { applyPolicy } from "./edge/response-headers.ts";
import {
  headerOf,
  withoutHeader,
  type Answer,
  type HttpRequest,
  type HttpResponse,
} from "./http.ts";
import { TemplateError } from "./json.ts";
import type {
  Behaviour,
  DistributionDefinition,
  OriginDefinition,
} from "./template/distribution.ts";

export type EdgeOptions = {
  distribution: DistributionDefinition;
  /** Who answers for an origin's domain; undefined when nobody does. */
  originAt(domain: string): Answer | undefined;
  /** Milliseconds since 1970; it may jump. */
  now?: () => number;
};

type Origin = { definition: OriginDefinition; answer: Answer };
type Verdict = "Hit" | "Miss" | "Error";
type Served = { response: HttpResponse; verdict: Verdict };

const REFUSED: HttpResponse = {
  status: 403,
  headers: [["content-type", "text/html"]],
  body: Buffer.from("<title>ERROR: The request could not be satisfied</title><h1>403 ERROR</h1>"),
};
const PAGE_REQUEST: HttpRequest = {
  method: "GET",
  path: "/",
  query: "",
  headers: [],
  body: Buffer.alloc(0),
  address: "127.0.0.1",
};
const READS = new Set(["GET", "HEAD"]);

function originsOf({ distribution, originAt }: EdgeOptions): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const [id, definition] of distribution.origins) {
    const answer = originAt(definition.domain);
    if (!answer) throw new TemplateError(`no local origin answers for ${definition.domain}`);
    origins.set(id, { definition, answer });
  }
  return origins;
}

function isUnchanged(request: HttpRequest, response: HttpResponse): boolean {
  const tag = headerOf(response.headers, "etag")?.replace(/^W\//, "");
  const known = headerOf(request.headers, "if-none-match")?.split(",") ?? [];
  return tag !== undefined && known.some((item) => item.trim().replace(/^W\//, "") === tag);
}

/** One CloudFront distribution in front of local origins. */
class Edge {
  private readonly distribution: DistributionDefinition;
  private readonly origins: Map<string, Origin>;
  private readonly behaviourFor: (path: string) => Behaviour;
  private readonly cache = new EdgeCache();
  private readonly now: () => number;

  constructor(options: EdgeOptions) {
    this.distribution = options.distribution;
    this.origins = originsOf(options);
    this.behaviourFor = behaviourFinder(options.distribution);
    this.now = options.now ?? Date.now;
    const { behaviours } = this.distribution;
    const lost = behaviours.find(({ originId }) => !this.origins.has(originId));
    if (lost) throw new TemplateError(`behaviour ${lost.pattern} has no origin ${lost.originId}`);
  }

  async answer(viewer: HttpRequest): Promise<HttpResponse> {
    const { rootObject } = this.distribution;
    const request =
      viewer.path === "/" && rootObject !== undefined
        ? { ...viewer, path: `/${rootObject}` }
        : viewer;
    const behaviour = this.behaviourFor(request.path);
    const { response, verdict } = await this.serve(request, behaviour);
    const headers = applyPolicy(response.headers, behaviour.responseHeaders);
    headers.push(
      ["x-cache", `${verdict} from cloudfront`],
      ["via", "1.1 local.cloudfront.net (CloudFront)"],
    );
    if (READS.has(request.method) && response.status === 200 && isUnchanged(request, response)) {
      const kept = withoutHeader(headers, "content-length", "content-type", "content-encoding");
      return { status: 304, headers: kept, body: Buffer.alloc(0) };
    }
    return { ...response, headers };
  }

  private async serve(request: HttpRequest, behaviour: Behaviour): Promise<Served> {
    const isRead = READS.has(request.method);
    if (!behaviour.methods.has(request.method)) return { response: REFUSED, verdict: "Error" };
    if (isRead && request.body.length > 0) return { response: REFUSED, verdict: "Error" };
    const origin = this.origins.get(behaviour.originId);
    if (!origin) return { response: REFUSED, verdict: "Error" };
    const forwarded = forward(request, behaviour, origin.definition);
    const hit = isRead ? this.cache.find(forwarded.key, this.now()) : undefined;
    if (hit) {
      const { response, ageSeconds } = hit;
      const headers = [...response.headers, ["age", String(ageSeconds)] satisfies [string, string]];
      return { response: { ...response, headers }, verdict: "Hit" };
    }
    const response = await this.fetch(forwarded, behaviour, origin);
    return { response, verdict: response.status >= 400 ? "Error" : "Miss" };
  }

  private async fetch(
    { request, key, encodings }: Forwarded,
    behaviour: Behaviour,
    origin: Origin,
  ): Promise<HttpResponse> {
    const original = await origin.answer(request);
    const error = this.distribution.errors.get(original.status);
    const now = this.now();
    const seconds = secondsToKeep(original, behaviour.cache, { error, now });
    const fetched = error?.page ? await this.page(error.page, original) : original;
    const cookieless = forwardsCookies(behaviour)
      ? fetched
      : { ...fetched, headers: withoutHeader(fetched.headers, "set-cookie") };
    const response = behaviour.compresses ? await compressed(cookieless, encodings) : cookieless;
    if (request.method === "GET" && seconds > 0) this.cache.store(key, response, { seconds, now });
    return response;
  }

  private async page(page: { path: string; status: number }, original: HttpResponse) {
    const origin = this.origins.get(this.behaviourFor(page.path).originId);
    const found = await origin?.answer({ ...PAGE_REQUEST, path: page.path });
    return found?.status === 200 ? { ...found, status: page.status } : original;
  }
}

/** Answers viewers as the distribution of the template would, over plain HTTP. */
export function createEdge(options: EdgeOptions): Answer {
  const edge = new Edge(options);
  return (request) => edge.answer(request);
}
