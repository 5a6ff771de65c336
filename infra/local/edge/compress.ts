import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { headerOf, withoutHeader, type HttpResponse } from "../http.ts";
import type { Encoding } from "./forward.ts";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** CloudFront compresses bodies of this size, in bytes, and of these types and statuses. */
const SMALLEST = 1_000;
const LARGEST = 10_000_000;
const STATUSES = new Set([200, 403, 404]);
const TYPES = new Set([
  "application/dash+xml",
  "application/eot",
  "application/font",
  "application/font-sfnt",
  "application/javascript",
  "application/json",
  "application/opentype",
  "application/otf",
  "application/pdf",
  "application/rss+xml",
  "application/truetype",
  "application/ttf",
  "application/vnd.api+json",
  "application/wasm",
  "application/x-font-ttf",
  "application/x-javascript",
  "application/xhtml+xml",
  "application/xml",
  "font/eot",
  "font/opentype",
  "font/otf",
  "font/ttf",
  "image/svg+xml",
  "text/css",
  "text/csv",
  "text/html",
  "text/javascript",
  "text/js",
  "text/plain",
  "text/richtext",
  "text/tab-separated-values",
  "text/xml",
  "text/x-component",
  "text/x-java-source",
  "text/x-script",
  "vnd.apple.mpegurl",
]);

function isCompressible(response: HttpResponse): boolean {
  const type = (headerOf(response.headers, "content-type") ?? "").split(";")[0]?.trim();
  return (
    STATUSES.has(response.status) &&
    headerOf(response.headers, "content-encoding") === undefined &&
    response.body.length >= SMALLEST &&
    response.body.length <= LARGEST &&
    TYPES.has(type?.toLowerCase() ?? "")
  );
}

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The answer in the best encoding that the viewer takes; a strong ETag becomes a weak one. */
export async function compressed(
  response: HttpResponse,
  encodings: Encoding[],
): Promise<HttpResponse> {
  const [encoding] = encodings;
  if (encoding === undefined || !isCompressible(response)) return response;
  const body =
    encoding === "br" ? await toBrotli(response.body, BROTLI) : await toGzip(response.body);
  const tag = headerOf(response.headers, "etag");
  const headers = withoutHeader(response.headers, "etag", "content-length", "accept-ranges");
  headers.push(["content-encoding", encoding], ["vary", "Accept-Encoding"]);
  if (tag !== undefined) headers.push(["etag", tag.startsWith("W/") ? tag : `W/${tag}`]);
  return { ...response, headers, body };
}
