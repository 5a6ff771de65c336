import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
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

/** The answer as API Gateway takes it. */
export const resultOf = (response: HttpResponse): APIGatewayProxyStructuredResultV2 => ({
  statusCode: response.status,
  headers: { ...response.headers },
  ...(response.cookies ? { cookies: [...response.cookies] } : {}),
  body: response.body,
});
