import { randomUUID } from "node:crypto";
import { headerOf, type Header, type HttpRequest } from "../http.ts";
import type { CachePolicy, Selection } from "../template/cloudfront-policies.ts";
import type { Behaviour, OriginDefinition } from "../template/distribution.ts";

export type Encoding = "br" | "gzip";

export type Forwarded = {
  request: HttpRequest;
  /** Two requests with the same key get the same cached answer. */
  key: string;
  /** Encodings that the viewer takes and the cache policy names, the better one first. */
  encodings: Encoding[];
};

/** Headers of a request that reach the origin without being asked for in a policy. */
const ALWAYS = new Set(["content-type", "content-md5", "date", "if-match", "if-unmodified-since"]);
const NEVER = new Set([
  "accept-encoding",
  "connection",
  "content-length",
  "cookie",
  "expect",
  "host",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
  "x-forwarded-for",
]);
/** One of the addresses from which CloudFront calls its origins. */
const EDGE_ADDRESS = "130.176.0.1";
const READS = new Set(["GET", "HEAD"]);

function selects(selection: Selection | undefined, name: string): boolean {
  if (selection === undefined || selection.kind === "none") return false;
  if (selection.kind === "all") return true;
  return selection.names.has(name) === (selection.kind === "only");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function pick(text: string, separator: string, takes: (name: string) => boolean): string {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "" && takes(decoded(part.split("=")[0] ?? "")))
    .join(separator);
}

function queryOf(query: string, ...selections: (Selection | undefined)[]): string {
  if (selections.some((selection) => selection?.kind === "all")) return query;
  return pick(query, "&", (name) => selections.some((selection) => selects(selection, name)));
}

function cookiesOf(headers: Header[], ...selections: (Selection | undefined)[]): string {
  const all = headers.filter(([name]) => name === "cookie").map(([, value]) => value);
  return pick(all.join(";"), ";", (name) =>
    selections.some((selection) => selects(selection, name)),
  ).replaceAll(";", "; ");
}

function encodingsOf(headers: Header[], policy: CachePolicy): Encoding[] {
  const accepted = (headerOf(headers, "accept-encoding") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(";")[0]);
  const wanted: Encoding[] = [];
  if (policy.brotli && accepted.includes("br")) wanted.push("br");
  if (policy.gzip && accepted.includes("gzip")) wanted.push("gzip");
  return wanted;
}

function acceptEncoding(
  request: HttpRequest,
  behaviour: Behaviour,
  encodings: Encoding[],
): Header[] {
  if (behaviour.cache.gzip || behaviour.cache.brotli) {
    return encodings.length === 0 ? [] : [["accept-encoding", encodings.join(",")]];
  }
  const given = headerOf(request.headers, "accept-encoding");
  const isAsked = selects(behaviour.originRequest?.headers, "accept-encoding");
  return given === undefined || !isAsked ? [] : [["accept-encoding", given]];
}

function headersFor(request: HttpRequest, behaviour: Behaviour): Header[] {
  const { cache, originRequest } = behaviour;
  const isRead = READS.has(request.method);
  const passes = (name: string): boolean =>
    !NEVER.has(name) &&
    (ALWAYS.has(name) ||
      (name === "authorization" && !isRead) ||
      selects(cache.headers, name) ||
      selects(originRequest?.headers, name));
  const passed = request.headers.filter(([name]) => passes(name));
  const agent: Header[] = passed.some(([name]) => name === "user-agent")
    ? []
    : [["user-agent", "Amazon CloudFront"]];
  return [...passed, ...agent];
}

/** What CloudFront asks the origin for one viewer's request, and under which cache key. */
export function forward(
  request: HttpRequest,
  behaviour: Behaviour,
  origin: OriginDefinition,
): Forwarded {
  const { cache, originRequest } = behaviour;
  const encodings = encodingsOf(request.headers, cache);
  const cookies = cookiesOf(request.headers, cache.cookies, originRequest?.cookies);
  const before = headerOf(request.headers, "x-forwarded-for");
  const keepsHost = selects(originRequest?.headers, "host");
  const host = keepsHost ? (headerOf(request.headers, "host") ?? origin.domain) : origin.domain;
  const headers: Header[] = [
    ...headersFor(request, behaviour),
    ...acceptEncoding(request, behaviour, encodings),
    ...(cookies === "" ? [] : [["cookie", cookies] satisfies Header]),
    ["host", host],
    ["via", "1.1 local.cloudfront.net (CloudFront)"],
    ["x-amz-cf-id", randomUUID()],
    ["x-forwarded-for", before === undefined ? request.address : `${before}, ${request.address}`],
    ...origin.headers,
  ];
  const query = queryOf(request.query, cache.queries, originRequest?.queries);
  const key = [
    origin.id,
    request.path,
    queryOf(request.query, cache.queries),
    cookiesOf(request.headers, cache.cookies),
    encodings.join(","),
    ...request.headers
      .filter(([name]) => selects(cache.headers, name))
      .map(([name, value]) => `${name}:${value}`),
  ].join("\n");
  const asked = { ...request, path: origin.path + request.path, query, headers };
  return { request: { ...asked, address: EDGE_ADDRESS }, key, encodings };
}

/** Whether any cookie may reach the origin; if not, its Set-Cookie never reaches the viewer. */
export function forwardsCookies({ cache, originRequest }: Behaviour): boolean {
  return cache.cookies.kind !== "none" || (originRequest?.cookies.kind ?? "none") !== "none";
}
