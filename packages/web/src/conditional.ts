import { createHash } from "node:crypto";
import type { HttpRequest, HttpResponse } from "./http.ts";

const tagsOf = (header: string | undefined): string[] =>
  (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));

/** Adds a strong ETag of the body, and answers 304 without a body to a reader that has it already. */
export function conditional(request: HttpRequest, response: HttpResponse): HttpResponse {
  const etag = `"${createHash("sha256").update(response.body).digest("base64url").slice(0, 27)}"`;
  const headers = { ...response.headers, etag };
  return tagsOf(request.headers["if-none-match"]).includes(etag)
    ? { ...response, status: 304, headers, body: "" }
    : { ...response, headers };
}
