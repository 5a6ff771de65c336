import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Answer, Header, HttpResponse } from "../http.ts";
import type { BucketDefinition } from "../template/buckets.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".gif": "image/gif",
  ".html": "text/html",
  ".ico": "image/vnd.microsoft.icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** A bucket that may not be listed does not tell a missing key from a forbidden one. */
const DENIED: HttpResponse = {
  status: 403,
  headers: [["content-type", "application/xml"]],
  body: Buffer.from("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"),
};

function keyOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replace(/^\//, ""));
  } catch {
    return undefined;
  }
}

/** Serves exactly the keys that the deployments brought; a path never reaches the file system. */
export function createBucket({ files }: BucketDefinition): Answer {
  return async (request) => {
    const key = keyOf(request.path);
    const found = key === undefined ? undefined : files.get(key);
    if (!found || key === undefined) return DENIED;
    const body = await readFile(found.file);
    const headers: Header[] = [
      ["content-type", TYPES[extname(key).toLowerCase()] ?? "binary/octet-stream"],
      ["etag", `"${createHash("md5").update(body).digest("hex")}"`],
    ];
    if (found.cacheControl !== undefined) headers.push(["cache-control", found.cacheControl]);
    return { status: 200, headers, body };
  };
}
