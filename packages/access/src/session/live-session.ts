import {
  IDLE_MINUTES,
  minutesIdle,
  SEEN_COOKIE,
  SESSION_COOKIE,
  sessionCookie,
} from "./cookies.ts";
import type { SessionCookie } from "./cookies.ts";
import type { SessionStore, SignedIn } from "./session-store.ts";

export type LiveSession = SignedIn & {
  readonly cookie: SessionCookie;
  /** Whole minutes since the last request. */
  readonly idle: number;
};

export type LiveSessionDeps = { readonly sessions: SessionStore; readonly now: () => number };

/**
 * The session of a browser, with one read: undefined when it has none, when it ended, and when nobody used
 * it for longer than a shared desk allows.
 */
export async function liveSession(
  { sessions, now }: LiveSessionDeps,
  cookies: Readonly<Record<string, string>>,
): Promise<LiveSession | undefined> {
  const cookie = sessionCookie(cookies[SESSION_COOKIE]);
  const found = cookie && (await sessions.find(cookie));
  if (!found) return undefined;
  const idle = minutesIdle(found.session.sealKey, cookies[SEEN_COOKIE], now());
  return idle > IDLE_MINUTES ? undefined : { ...found, cookie, idle };
}
