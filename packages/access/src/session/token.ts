import { createRemoteJWKSet, jwtVerify } from "jose";
import * as z from "zod/mini";
import { trustedIssuer } from "./trusted-issuer.ts";

/** Who a program is, and for whom it acts. */
export type VerifiedToken = { readonly client: string; readonly scope: string };
export type VerifyToken = (token: string) => Promise<VerifiedToken | undefined>;

// The shape of Cognito's access tokens: no audience, and the client in a claim of its own.
const AccessToken = z.object({
  token_use: z.literal("access"),
  client_id: z.string(),
  scope: z.string().check(z.regex(/^\S+$/)),
});

const CLOCK_SKEW_SECONDS = 30;

/**
 * Verifies access tokens of one issuer against its published keys; undefined for any other token.
 * Source: Amazon Cognito, "Verifying JSON web tokens". `now` in milliseconds since 1970. Throws a
 * RangeError for an issuer that is not to be trusted.
 */
export function tokenVerifier(issuer: string, now: () => number): VerifyToken {
  const keys = createRemoteJWKSet(new URL(`${trustedIssuer(issuer)}/.well-known/jwks.json`));
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ["RS256"],
        requiredClaims: ["exp", "iat"],
        clockTolerance: CLOCK_SKEW_SECONDS,
        currentDate: new Date(now()),
      });
      const claims = AccessToken.safeParse(payload);
      return claims.success
        ? { client: claims.data.client_id, scope: claims.data.scope }
        : undefined;
    } catch {
      return undefined;
    }
  };
}
