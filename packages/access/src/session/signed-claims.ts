import { createRemoteJWKSet, jwtVerify } from "jose";
import type { JWTPayload } from "jose";

const CLOCK_SKEW_SECONDS = 30;

export type SignedClaims = (token: string) => Promise<JWTPayload>;

/** Reads the claims of tokens that this issuer signed; throws for any other token. `now` in milliseconds. */
export function signedClaims(issuer: string, now: () => number): SignedClaims {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      algorithms: ["RS256"],
      requiredClaims: ["exp", "iat"],
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: new Date(now()),
    });
    return payload;
  };
}
