import type { HttpRequest } from "./http.ts";

const SAFE = new Set(["GET", "HEAD"]);

/**
 * Whether a request that changes something comes from our own pages: by Fetch Metadata, or by Origin
 * in browsers too old for it. Programs carry a token instead of a cookie, so they cannot be tricked.
 */
export function isFromOurPages({ method, headers }: HttpRequest, origin: string): boolean {
  if (SAFE.has(method) || headers["authorization"] !== undefined) return true;
  const site = headers["sec-fetch-site"];
  return site === undefined ? headers["origin"] === origin : site === "same-origin";
}
