import * as z from "zod/mini";
import type { SignedClaims } from "./signed-claims.ts";
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

/**
 * Verifies access tokens of one issuer against its published keys; undefined for any other token.
 * Source: Amazon Cognito, "Verifying JSON web tokens". `now` in milliseconds since 1970. Throws a
 * RangeError for an issuer that is not to be trusted.
 */
export function tokenVerifier(issuer: string, now: () => number): VerifyToken {
  const trusted = trustedIssuer(issuer);
  let claimsOf: SignedClaims | undefined;
  return async (token) => {
    // Only programs bring tokens: a page for people does not wait for the library that reads them.
    const { signedClaims } = await import("./signed-claims.ts");
    claimsOf ??= signedClaims(trusted, now);
    try {
      const claims = AccessToken.safeParse(await claimsOf(token));
      return claims.success
        ? { client: claims.data.client_id, scope: claims.data.scope }
        : undefined;
    } catch {
      return undefined;
    }
  };
}
