import { errors, interactionPolicy, Provider, type Answered, type Context } from "oidc-provider";
import type { IdentityDefinition, SiteClient } from "./definition.ts";
import { ExpiringStore } from "./expiring-store.ts";
import type { Keys } from "./keys.ts";
import { sendProblem } from "./page.ts";
import type { NamedPersona } from "./personas.ts";
import { SIGN_IN_PATH } from "./sign-in.ts";
import { SIGN_OUT_PATH } from "./sign-out.ts";
import type { Tokens } from "./tokens.ts";

/** The secret of every program. */
const SECRET = "local";

export type ProviderOptions = {
  issuer: string;
  siteOrigin: string;
  definition: IdentityDefinition;
  personas: NamedPersona[];
  keys: Keys;
};

// How long Cognito lets a sign-in take, accepts a code, and remembers a browser.
const LIFETIMES = {
  Interaction: 15 * 60,
  AuthorizationCode: 5 * 60,
  Session: 3600,
  Grant: 3600,
  AccessToken: 3600,
  ClientCredentials: 3600,
  IdToken: 3600,
};

const UNUSED = ["devInteractions", "dPoP", "pushedAuthorizationRequests", "userinfo"];

function siteMetadata({ id, scopes, callbacks, logouts }: SiteClient, siteOrigin: string): object {
  const here = (address: string): string => siteOrigin + new URL(address).pathname;
  return {
    client_id: id,
    scope: scopes.join(" "),
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code"],
    response_types: ["code"],
    redirect_uris: callbacks.map(here),
    post_logout_redirect_uris: logouts.map(here),
  };
}

const programMetadata = ({ id }: { id: string }): object => ({
  client_id: id,
  client_secret: SECRET,
  grant_types: ["client_credentials"],
  response_types: [],
  redirect_uris: [],
});

/** Whoever signs in at the site agrees to what it asks: there is nothing to consent to. */
async function grantOf(provider: Provider, { oidc }: Answered, scope: string) {
  const { clientId } = oidc.client;
  const known = oidc.session.grantIdFor(clientId);
  if (known !== undefined) return provider.Grant.find(known);
  const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId });
  grant.addOIDCScope(scope);
  await grant.save();
  return grant;
}

function publicKeys({ id, access }: Keys): object[] {
  return [id, access].map(({ kid, privateKey }) => ({
    ...privateKey.export({ format: "jwk" }),
    kid,
    alg: "RS256",
    use: "sig",
  }));
}

export function createProvider(options: ProviderOptions): Provider {
  const { definition, issuer, keys, personas, siteOrigin } = options;
  const policy = interactionPolicy.base();
  policy.remove("consent");
  const provider: Provider = new Provider(issuer, {
    adapter: () => new ExpiringStore(),
    clients: [
      ...definition.sites.map((site) => siteMetadata(site, siteOrigin)),
      ...definition.programs.map(programMetadata),
    ],
    clientAuthMethods: ["client_secret_basic", "client_secret_post", "none"],
    clientBasedCORS: () => false,
    cookies: {
      // Browsers share the cookies of all ports of a host.
      names: { session: "idp_session", interaction: "idp_sign_in", resume: "idp_resume" },
      keys: [keys.cookies],
    },
    features: {
      ...Object.fromEntries(UNUSED.map((feature) => [feature, { enabled: false }])),
      clientCredentials: { enabled: true },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: () => {} },
    },
    findAccount: (_ctx: Context, id: string) =>
      personas.some((persona) => persona.id === id)
        ? { accountId: id, claims: () => ({ sub: id }) }
        : undefined,
    interactions: { policy, url: (_ctx: Context, { uid }: { uid: string }) => SIGN_IN_PATH + uid },
    jwks: { keys: publicKeys(keys) },
    loadExistingGrant: (ctx: Answered) => grantOf(provider, ctx, "openid"),
    pkce: { required: () => true },
    renderError: (ctx: Context, { error }: { error: string }) =>
      sendProblem(ctx, { status: ctx.status, code: error }, siteOrigin),
    responseTypes: ["code"],
    routes: {
      authorization: "/oauth2/authorize",
      token: "/oauth2/token",
      end_session: SIGN_OUT_PATH,
      jwks: "/.well-known/jwks.json",
    },
    scopes: ["openid", ...definition.programs.map(({ scope }) => scope)],
    ttl: LIFETIMES,
  });
  return provider;
}

/** Gives a program a token of its one scope, whether it asks for that scope or for none. */
export function letProgramsIn(
  provider: Provider,
  { programs }: IdentityDefinition,
  tokens: Tokens,
): void {
  const known = new Map(programs.map((program) => [program.id, program]));
  const grant = async (ctx: Answered): Promise<void> => {
    const { client, params } = ctx.oidc;
    const program = known.get(client.clientId);
    const asked = params["scope"] ?? program?.scope ?? "";
    if (!program || asked !== program.scope) {
      throw new errors.InvalidScope("the client has no such scope", asked);
    }
    const { accessSeconds, scope } = program;
    ctx.body = {
      access_token: tokens.forProgram({ clientId: program.id, scope, accessSeconds }),
      expires_in: accessSeconds,
      token_type: "Bearer",
    };
  };
  provider.registerGrantType("client_credentials", grant, ["scope"]);
}
