import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Names carry the prefix that ties a cookie to this host, to https and to the whole site. */
export const SESSION_COOKIE = "__Host-sessie";
export const SEEN_COOKIE = "__Host-gezien";

/** A desk is shared: after twenty minutes without a request the next person must sign in. */
export const IDLE_MINUTES = 20;
/** A working day; nobody stays signed in overnight. */
export const LONGEST_HOURS = 10;
const MINUTE = 60_000;
const TOKEN_BYTES = 32;

/** What a session cookie says: a secret, and whose grants to read with it. Neither is trusted by itself. */
export type SessionCookie = { readonly token: string; readonly organisation: string | undefined };

/** A new secret: 256 random bits. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/** What is stored of a secret, so that who reads the table cannot sign in with it. */
export const tokenHash = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

/** Reads the cookie; undefined for anything that this software did not make. */
export function sessionCookie(value: string | undefined): SessionCookie | undefined {
  const [, token, organisation] = /^([\w-]{43})(?:\.([a-z0-9-]{1,60}))?$/.exec(value ?? "") ?? [];
  return token ? { token, organisation } : undefined;
}

const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** The Set-Cookie value that signs a browser in. */
export const signInCookie = ({ token, organisation }: SessionCookie): string =>
  `${SESSION_COOKIE}=${organisation ? `${token}.${organisation}` : token}; ${ATTRIBUTES}`;

/** The Set-Cookie values that sign a browser out. */
export const signOutCookies = (): string[] =>
  [SESSION_COOKIE, SEEN_COOKIE].map((name) => `${name}=; ${ATTRIBUTES}; Max-Age=0`);

const sealOf = (sealKey: string, minute: string): string =>
  createHmac("sha256", sealKey).update(minute).digest("base64url");

/**
 * When somebody was last here, instead of a write per request. It is sealed with a key that stands in the
 * session's row: the session's secret is in the browser too, and would let anyone move the clock. `now` in ms.
 */
export function seenCookie(sealKey: string, now: number): string {
  const minute = String(Math.floor(now / MINUTE));
  return `${SEEN_COOKIE}=${minute}.${sealOf(sealKey, minute)}; ${ATTRIBUTES}`;
}

function isSealed(sealKey: string, minute: string, seal: string): boolean {
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(sealKey, minute))];
  return given.length === right.length && timingSafeEqual(given, right);
}

// Two functions may disagree on the minute; more than that was sealed by another clock.
const MOST_MINUTES_AHEAD = 1;

/** Minutes since somebody was last here; infinite when the cookie is missing, not ours or ahead of time. */
export function minutesIdle(sealKey: string, seen: string | undefined, now: number): number {
  const [minute = "", seal = ""] = (seen ?? "").split(".");
  if (!/^\d{1,12}$/.test(minute) || !isSealed(sealKey, minute, seal)) return Infinity;
  const idle = Math.floor(now / MINUTE) - Number(minute);
  return idle < -MOST_MINUTES_AHEAD ? Infinity : Math.max(idle, 0);
}
