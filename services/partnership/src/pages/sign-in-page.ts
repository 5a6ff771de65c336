import { liveSession } from "@digihulp/access/session";
import { postedFields, seeOther } from "@digihulp/web";
import type { Handle, HttpResponse } from "@digihulp/web";
import { ownPath } from "../domain/own-path.ts";
import { signInTexts } from "../locale/sign-in.ts";
import type { SignInDeps } from "../sign-in-deps.ts";
import { browserCookie, browserOf } from "../sign-in/browser-cookie.ts";
import { beginSignIn } from "../use-cases/begin-sign-in.ts";
import { findDraft, keepDraft } from "../use-cases/keep-draft.ts";
import { onward } from "./onward.tsx";
import { placeAddress } from "./sign-in-address.ts";

const known = (answer: HttpResponse, browser: string): HttpResponse => ({
  ...answer,
  cookies: [browserCookie(browser)],
});

/** GET /aanmelden: off to the issuer; `naar` is where to go afterwards, `bewaard` a form that was kept. */
export const signInPage: Handle<SignInDeps> =
  (deps) =>
  async ({ request, scope }) => {
    const { cookies, query } = request;
    const browser = browserOf(cookies);
    const id = query.get("bewaard");
    const draft = id ? await findDraft(deps)(scope, id, browser) : undefined;
    const to = draft?.path ?? ownPath(query.get("naar")) ?? "/";
    const goal = { to, draft: draft && id ? id : undefined };
    const live = await liveSession(deps, cookies);
    if (live && live.session.group === undefined) return seeOther(placeAddress(goal));
    return known(seeOther(await beginSignIn(deps)(scope, { browser, ...goal })), browser);
  };

/** POST /aanmelden: the same, with a form that was sent when the session had ended. */
export const keepAndSignIn: Handle<SignInDeps> =
  (deps) =>
  async ({ request, scope, region }) => {
    const { naar, bewaard: body } = postedFields(request);
    const path = ownPath(naar);
    if (!path || body === undefined) return { kind: "malformed" };
    const { cookies } = request;
    const browser = browserOf(cookies);
    const draft = await keepDraft(deps)(scope, { browser, cookies, path, body });
    const href = await beginSignIn(deps)(scope, { browser, to: path, draft });
    return known(onward({ region, href, ...signInTexts.onward.toSignIn }), browser);
  };
