import { newToken } from "@digihulp/access/session";

/** Ties a sign-in to the browser that started it. */
const BROWSER_COOKIE = "__Host-aanmelden";

/** As long as a kept form. */
const SECONDS = 1800;

/**
 * The secret of this browser, a new one where it has none. It is kept between sign-ins, so that two tabs
 * that sign in at once do not undo each other.
 */
export function browserOf(cookies: Readonly<Record<string, string>>): string {
  const known = cookies[BROWSER_COOKIE] ?? "";
  return /^[\w-]{43}$/.test(known) ? known : newToken();
}

/** The Set-Cookie value that makes a browser recognisable for half an hour. */
export const browserCookie = (browser: string): string =>
  `${BROWSER_COOKIE}=${browser}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${SECONDS}`;
