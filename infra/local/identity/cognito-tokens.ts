import type { Code, Middleware } from "oidc-provider";
import type { SiteClient } from "./definition.ts";
import type { NamedPersona } from "./personas.ts";
import type { SignIn, Tokens } from "./tokens.ts";

type TokenOptions = { sites: SiteClient[]; personas: NamedPersona[]; tokens: Tokens };

function signInOf(code: Code, site: SiteClient, name: string): SignIn {
  return {
    persona: code.accountId,
    name,
    clientId: site.id,
    scope: code.scope,
    age: Math.floor(Date.now() / 1000) - code.authTime,
    nonce: code.nonce,
    accessSeconds: site.accessSeconds,
    idSeconds: site.idSeconds,
  };
}

/**
 * Replaces the tokens of a finished sign-in by tokens of Cognito's shape. The provider itself keeps
 * the real time, as browsers do with its cookies; only what it issues may be of another day.
 */
export function issueAsCognito({ sites, personas, tokens }: TokenOptions): Middleware {
  return async (ctx, next) => {
    await next();
    const code = ctx.oidc?.entities.AuthorizationCode;
    if (ctx.oidc?.route !== "token" || ctx.status !== 200 || !code) return;
    const { clientId } = ctx.oidc.client;
    const site = sites.find(({ id }) => id === clientId);
    const persona = personas.find(({ id }) => id === code.accountId);
    if (!site || !persona) throw new Error(`${clientId} has no persona ${code.accountId}`);
    const { access, id } = tokens.forUser(signInOf(code, site, persona.name));
    ctx.body = {
      access_token: access,
      id_token: id,
      expires_in: site.accessSeconds,
      token_type: "Bearer",
    };
  };
}
