import { SESSION_COOKIE, sessionCookie, signOutCookies } from "@digihulp/access/session";
import { seeOther } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import { signInTexts } from "../locale/sign-in.ts";
import type { SignInDeps } from "../sign-in-deps.ts";
import { onward } from "./onward.tsx";

/** POST /afmelden: ends the session here, then at the issuer. */
export const signOut: Handle<SignInDeps> =
  ({ sessions, issuer }) =>
  async ({ request, region }) => {
    const cookie = sessionCookie(request.cookies[SESSION_COOKIE]);
    if (cookie) await sessions.close(cookie.token);
    // Signed out here is signed out, even while the issuer cannot be reached.
    const href = await issuer.signOutUrl().catch(() => undefined);
    const next = href ? onward({ region, href, ...signInTexts.onward.toSignOut }) : seeOther("/");
    return { ...next, cookies: signOutCookies() };
  };
