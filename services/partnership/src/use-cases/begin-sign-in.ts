import type { Scope } from "@digihulp/access";
import { newToken, tokenHash } from "@digihulp/access/session";
import type { SignInDeps } from "../sign-in-deps.ts";
import { attemptItem } from "../store/sign-in-rows.ts";

export type SignInStart = {
  /** Secret of the browser that starts. */
  readonly browser: string;
  /** Path to go to afterwards. */
  readonly to: string;
  readonly draft?: string | undefined;
};

/** Starts a sign-in; answers where the browser goes to. */
export const beginSignIn =
  ({ table, issuer, now }: SignInDeps) =>
  async (scope: Scope, { browser, to, draft }: SignInStart): Promise<string> => {
    const [state, nonce, verifier] = [newToken(), newToken(), newToken()];
    const url = await issuer.signInUrl({ state, nonce, verifier });
    const attempt = { nonce, verifier, browser: tokenHash(browser), to, draft };
    await table.within(scope).putNewer(attemptItem(state, attempt, now()));
    return url;
  };
