import { seenCookie, signInCookie } from "@digihulp/access/session";
import { seeOther } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import { organisationOf } from "../sign-in/place-of-work.ts";
import type { SignInDeps } from "../sign-in-deps.ts";
import { browserOf } from "../sign-in/browser-cookie.ts";
import { finishSignIn } from "../use-cases/finish-sign-in.ts";
import { nextAddress, placeAddress } from "./sign-in-address.ts";
import { signInProblem } from "./sign-in-problem.tsx";

/** GET /aanmelden/terug: back from the issuer, to where the member was going or to choose a place. */
export const signInReturnPage: Handle<SignInDeps> =
  (deps) =>
  async ({ request, region, scope }) => {
    const { cookies, query } = request;
    const browser = browserOf(cookies);
    const finished = await finishSignIn(deps)(scope, { region, browser, cookies, query });
    if (!finished.ok) return signInProblem({ region, ...finished.refusal });
    const { token, session, membership, goal } = finished.value;
    return {
      ...seeOther(membership ? nextAddress(membership, goal) : placeAddress(goal)),
      cookies: [
        signInCookie({ token, organisation: organisationOf(membership) }),
        seenCookie(session.sealKey, deps.now()),
      ],
    };
  };
