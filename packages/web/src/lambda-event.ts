import { brotliCompressSync, constants } from "node:zlib";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { NO_STORE } from "./http.ts";
import type { HttpRequest, HttpResponse } from "./http.ts";

function cookiesOf(pairs: readonly string[]): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of pairs) {
    const split = pair.indexOf("=");
    if (split > 0) cookies[pair.slice(0, split).trim()] = pair.slice(split + 1).trim();
  }
  return cookies;
}

const decoded = (event: APIGatewayProxyEventV2): string => {
  const body = event.body ?? "";
  return event.isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body;
};

/** The request inside an API Gateway HTTP API event, payload format 2.0. */
export function requestOf(event: APIGatewayProxyEventV2): HttpRequest {
  const body = decoded(event);
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    query: new URLSearchParams(event.rawQueryString),
    headers: event.headers,
    cookies: cookiesOf(event.cookies ?? []),
    body,
    bodySize: Buffer.byteLength(body),
    reference: event.requestContext.requestId,
  };
}

const SMALLEST_WORTH_PACKING = 1_024;
const FAST_QUALITY = 4;

/** What the edge does not pack: pages that it does not keep, and calendars. */
const passesUnpacked = ({ headers }: HttpResponse): boolean =>
  headers["cache-control"] === NO_STORE ||
  (headers["content-type"] ?? "").startsWith("text/calendar");

function isPacked(response: HttpResponse, accepted: string): boolean {
  const { body } = response;
  return (
    passesUnpacked(response) && body.length > SMALLEST_WORTH_PACKING && /\bbr\b/.test(accepted)
  );
}

function packed(body: string): string {
  const params = { [constants.BROTLI_PARAM_QUALITY]: FAST_QUALITY };
  return brotliCompressSync(body, { params }).toString("base64");
}

/** The answer as API Gateway takes it; `accepted` is the reader's Accept-Encoding. */
export function resultOf(response: HttpResponse, accepted = ""): APIGatewayProxyStructuredResultV2 {
  const { status: statusCode, headers, body } = response;
  const cookies = response.cookies ? { cookies: [...response.cookies] } : {};
  if (!isPacked(response, accepted))
    return { statusCode, headers: { ...headers }, ...cookies, body };
  return {
    statusCode,
    headers: { ...headers, "content-encoding": "br", vary: "accept-encoding" },
    ...cookies,
    body: packed(body),
    isBase64Encoded: true,
  };
}
