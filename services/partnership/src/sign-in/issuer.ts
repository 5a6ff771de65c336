import { trustedIssuer } from "@digihulp/access/session";
import * as client from "openid-client";
import type { Configuration } from "openid-client";
import { personFrom, refusalOf } from "./person.ts";
import type { Returned } from "./person.ts";

/** The secrets of one sign-in, from its start to its return. */
export type Secrets = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** The identity provider, as far as signing people in and out needs it. */
export type Issuer = {
  /** Where the browser signs in. */
  readonly signInUrl: (secrets: Secrets) => Promise<string>;
  /** Who came back, or why that does not count; throws when the issuer cannot be reached. */
  readonly whoReturned: (query: URLSearchParams, secrets: Secrets) => Promise<Returned>;
  /** Where the browser signs out; undefined when the issuer has no such place. */
  readonly signOutUrl: () => Promise<string | undefined>;
};

export type IssuerSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** Address of the site, without a slash at the end. */
  readonly origin: string;
  /** Where to sign out, for an issuer whose discovery document does not say so. */
  readonly logoutEndpoint: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export const RETURN_PATH = "/aanmelden/terug";

const HOUR = 3_600_000;
// Shorter than the ten seconds that a function has, so that its answer is still ours.
const PATIENCE_SECONDS = 4;

/** Reads the discovery document once an hour; a failure is not remembered. */
function discovered({ issuer, clientId, now }: IssuerSettings): () => Promise<Configuration> {
  const server = new URL(trustedIssuer(issuer));
  const execute = [
    client.enableNonRepudiationChecks,
    ...(server.protocol === "http:" ? [client.allowInsecureRequests] : []),
  ];
  let known: { readonly at: number; readonly config: Promise<Configuration> } | undefined;
  return () => {
    if (known && now() - known.at < HOUR) return known.config;
    const options = { execute, timeout: PATIENCE_SECONDS };
    const config = client.discovery(server, clientId, undefined, client.None(), options);
    known = { at: now(), config };
    config.catch(() => {
      known = undefined;
    });
    return config;
  };
}

/** The issuer of people's tokens over OpenID Connect; throws a RangeError for one that is not trusted. */
export function openIssuer(settings: IssuerSettings): Issuer {
  const { clientId, origin, logoutEndpoint } = settings;
  const discover = discovered(settings);
  const returnUrl = `${origin}${RETURN_PATH}`;
  return {
    signInUrl: async ({ state, nonce, verifier }) =>
      client.buildAuthorizationUrl(await discover(), {
        redirect_uri: returnUrl,
        scope: "openid",
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        // At a shared desk the issuer may still know the person who sat there before.
        prompt: "login",
      }).href,
    whoReturned: async (query, { state, nonce, verifier }) => {
      const config = await discover();
      const url = new URL(`${returnUrl}?${query.toString()}`);
      try {
        const tokens = await client.authorizationCodeGrant(config, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        });
        return personFrom(tokens.claims());
      } catch (error) {
        return refusalOf(error);
      }
    },
    signOutUrl: async () => {
      const endpoint = (await discover()).serverMetadata().end_session_endpoint ?? logoutEndpoint;
      if (!endpoint) return undefined;
      const url = new URL(endpoint);
      url.searchParams.set("client_id", clientId);
      // The standard's name for where to go next, and Cognito's.
      for (const name of ["post_logout_redirect_uri", "logout_uri"])
        url.searchParams.set(name, `${origin}/`);
      return url.href;
    },
  };
}
