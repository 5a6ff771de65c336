import type { Middleware, Provider } from "oidc-provider";
import { html } from "./html.ts";
import { send } from "./page.ts";

export const SIGN_OUT_PATH = "/logout";

type SignOutOptions = { provider: Provider; siteOrigin: string };

/**
 * Signs out at once, as Cognito does, where the provider would ask first. Cognito calls the address
 * to go to `logout_uri`, OpenID Connect calls it `post_logout_redirect_uri`; here both are heard.
 */
export function signOutAtOnce({ provider, siteOrigin }: SignOutOptions): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== SIGN_OUT_PATH) return next();
    const { logout_uri, ...query } = ctx.query;
    if (logout_uri !== undefined) ctx.query = { ...query, post_logout_redirect_uri: logout_uri };
    await next();
    if (!ctx.oidc || ctx.status >= 400) return;
    const { session, params } = ctx.oidc;
    await session.destroy();
    const cookie = provider.cookieName("session");
    ctx.cookies.set(cookie, null, { httpOnly: true, sameSite: "lax", overwrite: true });
    const { post_logout_redirect_uri: address, state } = params;
    if (address === undefined) {
      const content = html`<p>Je bent afgemeld.</p>`;
      return send(ctx, { status: 200, title: "Tot de volgende keer", content }, siteOrigin);
    }
    const url = new URL(address);
    if (state !== undefined) url.searchParams.set("state", state);
    ctx.redirect(url.href);
  };
}
