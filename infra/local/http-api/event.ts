import { headerOf, type Header, type HttpRequest } from "../http.ts";
import type { Json, JsonObject } from "../json.ts";
import type { ApiDefinition } from "../template/routes.ts";
import type { Match } from "./routes.ts";

export type Arrival = {
  api: ApiDefinition;
  match: Match;
  /** Percent-decoded, as an HTTP API hands it on. */
  path: string;
  requestId: string;
  /** Milliseconds since 1970. */
  now: number;
};

/** The content types that an HTTP API hands on as text; forms are not among them. */
const TEXT = /^(text\/[^;]*|application\/(json|javascript|xml))\s*(;|$)/i;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function joined(pairs: Iterable<[string, string]>): Record<string, string> {
  const result = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = result.get(name);
    result.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(result);
}

function cookiesOf(headers: Header[]): string[] {
  return headers
    .filter(([name]) => name === "cookie")
    .flatMap(([, value]) => value.split(";"))
    .map((cookie) => cookie.trim())
    .filter(Boolean);
}

/** The headers that the function sees: the request's own, and what the gateway adds. */
function headersOf({ headers, address }: HttpRequest, requestId: string): Record<string, string> {
  const own = headers.filter(([name]) => name !== "cookie" && name !== "x-forwarded-for");
  const before = headerOf(headers, "x-forwarded-for");
  const hexadecimal = requestId.replaceAll("-", "");
  return joined([
    ...own,
    ["x-amzn-trace-id", `Root=1-${hexadecimal.slice(0, 8)}-${hexadecimal.slice(8)}`],
    ["x-forwarded-for", before === undefined ? address : `${before}, ${address}`],
    ["x-forwarded-port", "443"],
    ["x-forwarded-proto", "https"],
  ]);
}

/** As in an access log: 23/Nov/2026:06:15:00 +0000. */
function requestTime(now: number): string {
  const moment = new Date(now);
  const [date, time] = moment.toISOString().split("T");
  const [year, , day] = (date ?? "").split("-");
  return `${day}/${MONTHS[moment.getUTCMonth()]}/${year}:${(time ?? "").slice(0, 8)} +0000`;
}

function bodyOf(request: HttpRequest): JsonObject {
  if (request.body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(headerOf(request.headers, "content-type") ?? "");
  return { body: request.body.toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
}

function contextOf(request: HttpRequest, arrival: Arrival): JsonObject {
  const { api, match, path, now, requestId } = arrival;
  return {
    accountId: api.account,
    apiId: api.id,
    domainName: api.domain,
    domainPrefix: api.id,
    http: {
      method: request.method,
      path,
      protocol: "HTTP/1.1",
      sourceIp: request.address,
      userAgent: headerOf(request.headers, "user-agent") ?? "",
    },
    requestId,
    routeKey: match.route.key,
    stage: "$default",
    time: requestTime(now),
    timeEpoch: now,
  };
}

/** An event in payload format 2.0; what a request lacks is absent, not empty. */
export function toEvent(request: HttpRequest, arrival: Arrival): Json {
  const cookies = cookiesOf(request.headers);
  const { pathParameters } = arrival.match;
  return {
    version: "2.0",
    routeKey: arrival.match.route.key,
    rawPath: arrival.path,
    rawQueryString: request.query,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: headersOf(request, arrival.requestId),
    ...(request.query === ""
      ? {}
      : { queryStringParameters: joined(new URLSearchParams(request.query)) }),
    requestContext: contextOf(request, arrival),
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    ...bodyOf(request),
  };
}
