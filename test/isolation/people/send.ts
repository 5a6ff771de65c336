import type { Answered } from "../../support/ask.ts";
import type { Site } from "../../support/site.ts";
import { headersOf, type Caller } from "../callers.ts";

/** A form as a browser sends it, or a document as a program does. */
export type Body = string | object;

export type Sender = (method: string, path: string, body?: Body) => Promise<Answered>;

const typeOf = (body: Body): string =>
  typeof body === "string" ? "application/x-www-form-urlencoded" : "application/json";

/** Requests of one caller, the changing ones as if from a page of our own. */
export const send =
  (site: Site, caller: Caller): Sender =>
  (method, path, body) =>
    site.ask(path, {
      method,
      headers: {
        ...(method === "GET" ? {} : { "sec-fetch-site": "same-origin" }),
        ...(body === undefined ? {} : { "content-type": typeOf(body) }),
        ...headersOf(caller),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
