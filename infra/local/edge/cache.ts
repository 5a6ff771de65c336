import { headerOf, type HttpResponse } from "../http.ts";
import type { CachePolicy } from "../template/cloudfront-policies.ts";
import type { ErrorResponse } from "../template/distribution.ts";

type Cached = { response: HttpResponse; storedAt: number; expiresAt: number };

export type Hit = { response: HttpResponse; ageSeconds: number };

const ERRORS_ALWAYS_CACHED = new Set([404, 410, 414, 500, 501, 502, 503, 504]);
const ERRORS_CACHED_ON_REQUEST = new Set([400, 403, 405, 412, 415]);
/** Of the errors, only these heed a refusal to be stored. */
const ERRORS_THAT_HEED = new Set([404, 410, 414, 501]);
const ERROR_SECONDS = 10;

const ENTRY_LIMIT = 500;
const BYTE_LIMIT = 32 * 1024 * 1024;

type Wish = { forbids: boolean; seconds: number | undefined };

/** What the origin's Cache-Control and Expires ask for. */
function wishOf(response: HttpResponse, now: number): Wish {
  const directives = new Map(
    (headerOf(response.headers, "cache-control") ?? "")
      .toLowerCase()
      .split(",")
      .map((part) => part.trim().split("="))
      .map(([name, value]) => [name, value?.replaceAll('"', "")]),
  );
  const forbids = ["no-store", "no-cache", "private"].some((name) => directives.has(name));
  const age = directives.get("s-maxage") ?? directives.get("max-age");
  if (age !== undefined && /^\d+$/.test(age)) return { forbids, seconds: Number(age) };
  const expires = Date.parse(headerOf(response.headers, "expires") ?? "");
  return { forbids, seconds: Number.isNaN(expires) ? undefined : (expires - now) / 1000 };
}

function errorSeconds(status: number, wish: Wish, floor: number): number {
  if (wish.forbids && ERRORS_THAT_HEED.has(status)) return 0;
  if (ERRORS_ALWAYS_CACHED.has(status)) return Math.max(floor, wish.seconds ?? 0);
  if (ERRORS_CACHED_ON_REQUEST.has(status) && wish.seconds !== undefined) {
    return Math.max(floor, wish.seconds);
  }
  return 0;
}

/** For how many seconds CloudFront keeps an answer; zero: not at all. */
export function secondsToKeep(
  response: HttpResponse,
  policy: CachePolicy,
  { error, now }: { error?: ErrorResponse | undefined; now: number },
): number {
  if (policy.maximum === 0) return 0;
  const wish = wishOf(response, now);
  if (response.status >= 400) {
    const capped = { ...wish, seconds: wish.seconds && Math.min(wish.seconds, policy.maximum) };
    return errorSeconds(response.status, capped, error?.cacheSeconds ?? ERROR_SECONDS);
  }
  if (wish.forbids) return policy.minimum;
  const asked = wish.seconds ?? policy.standard;
  return Math.max(policy.minimum, Math.min(asked, policy.maximum));
}

/** A small cache that forgets what was longest unused. */
export class EdgeCache {
  private readonly entries = new Map<string, Cached>();
  private bytes = 0;

  find(key: string, now: number): Hit | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.drop(key);
    // The clock may have been set back: what comes from its future is not there yet.
    if (entry.expiresAt <= now || entry.storedAt > now) return undefined;
    this.put(key, entry);
    return { response: entry.response, ageSeconds: Math.floor((now - entry.storedAt) / 1000) };
  }

  store(
    key: string,
    response: HttpResponse,
    { seconds, now }: { seconds: number; now: number },
  ): void {
    this.drop(key);
    this.put(key, { response, storedAt: now, expiresAt: now + seconds * 1000 });
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= ENTRY_LIMIT && this.bytes <= BYTE_LIMIT) break;
      this.drop(oldest);
    }
  }

  private put(key: string, entry: Cached): void {
    this.entries.set(key, entry);
    this.bytes += entry.response.body.length;
  }

  private drop(key: string): void {
    this.bytes -= this.entries.get(key)?.response.body.length ?? 0;
    this.entries.delete(key);
  }
}
