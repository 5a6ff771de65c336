import type { Outcome } from "../functions/outcome.ts";
import { jsonResponse, type Header, type HttpResponse } from "../http.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";

const FAILED = jsonResponse(500, { message: "Internal Server Error" });
const BUSY = jsonResponse(503, { message: "Service Unavailable" });
const TOO_LARGE = jsonResponse(413, { message: "Request Entity Too Large" });

/** How an HTTP API answers when Lambda did not run the function to its end. */
const FAILURES: Record<string, HttpResponse> = {
  RequestTooLargeException: TOO_LARGE,
  Stopped: BUSY,
  TooManyRequestsException: BUSY,
};

function headersOf(payload: JsonObject): Header[] | undefined {
  const given = payload["headers"] ?? {};
  const cookies = payload["cookies"] ?? [];
  if (!isObject(given) || !Array.isArray(cookies)) return undefined;
  const headers: Header[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && typeof value === "object") return undefined;
    headers.push([name.toLowerCase(), String(value)]);
  }
  for (const cookie of cookies) {
    if (typeof cookie !== "string") return undefined;
    headers.push(["set-cookie", cookie]);
  }
  return headers;
}

function bodyOf(payload: JsonObject): Buffer | undefined {
  const body = payload["body"] ?? "";
  if (typeof body !== "string") return undefined;
  return Buffer.from(body, payload["isBase64Encoded"] === true ? "base64" : "utf8");
}

function statedResponse(payload: JsonObject): HttpResponse {
  const status = Number(payload["statusCode"]);
  const headers = headersOf(payload);
  const body = bodyOf(payload);
  if (!Number.isInteger(status) || status < 200 || status > 599) return FAILED;
  if (headers === undefined || body === undefined) return FAILED;
  if (body.length > 0 && headers.every(([name]) => name !== "content-type")) {
    headers.push(["content-type", "text/plain;charset=UTF-8"]);
  }
  return { status, headers, body };
}

/** Without a status code the whole answer is the body. */
function inferredResponse(payload: Json): HttpResponse {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  return { ...jsonResponse(200, {}), body: Buffer.from(text) };
}

/** What an HTTP API makes of a function's answer in payload format 2.0. */
export function toResponse(outcome: Outcome): HttpResponse {
  if (outcome.kind === "failure") return FAILURES[outcome.errorType] ?? FAILED;
  const { payload } = outcome;
  if (isObject(payload) && payload["statusCode"] !== undefined) return statedResponse(payload);
  return inferredResponse(payload);
}

export { TOO_LARGE };
