import { hash, randomUUID, sign } from "node:crypto";
import type { Keys, SigningKey } from "./keys.ts";

export type SignIn = {
  persona: string;
  name: string;
  clientId: string;
  scope: string;
  /** Seconds that have passed since the sign-in. */
  age: number;
  nonce: string | undefined;
  accessSeconds: number;
  idSeconds: number;
};

export type ProgramToken = { clientId: string; scope: string; accessSeconds: number };

export type UserTokens = { access: string; id: string };

type Claims = Record<string, string | number | string[] | undefined>;

function jwt({ kid, privateKey }: SigningKey, claims: Claims): string {
  const parts = [{ kid, alg: "RS256" }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const content = parts.join(".");
  return `${content}.${sign("sha256", Buffer.from(content), privateKey).toString("base64url")}`;
}

function leftHalfOfHash(token: string): string {
  return hash("sha256", token, "buffer").subarray(0, 16).toString("base64url");
}

/** Writes tokens as Cognito does: an access token names its client and has no audience. */
export class Tokens {
  private readonly issuer: string;
  private readonly keys: Keys;
  private readonly now: () => number;

  constructor(issuer: string, { keys, now }: { keys: Keys; now: () => number }) {
    this.issuer = issuer;
    this.keys = keys;
    this.now = now;
  }

  forUser(signIn: SignIn): UserTokens {
    const { persona, clientId, nonce } = signIn;
    const shared = {
      sub: persona,
      "cognito:groups": [persona],
      origin_jti: randomUUID(),
      event_id: randomUUID(),
    };
    const access = jwt(this.keys.access, {
      ...shared,
      ...this.common("access", signIn.accessSeconds, signIn.age),
      version: 2,
      client_id: clientId,
      scope: signIn.scope,
      username: persona,
    });
    const id = jwt(this.keys.id, {
      ...shared,
      ...this.common("id", signIn.idSeconds, signIn.age),
      aud: clientId,
      at_hash: leftHalfOfHash(access),
      nonce,
      "cognito:username": persona,
      name: signIn.name,
    });
    return { access, id };
  }

  forProgram({ clientId, scope, accessSeconds }: ProgramToken): string {
    return jwt(this.keys.access, {
      ...this.common("access", accessSeconds, 0),
      sub: clientId,
      version: 2,
      client_id: clientId,
      scope,
    });
  }

  private common(use: "access" | "id", lifetime: number, age: number): Claims {
    const issued = Math.floor(this.now() / 1000);
    return {
      token_use: use,
      iss: this.issuer,
      auth_time: issued - age,
      iat: issued,
      exp: issued + lifetime,
      jti: randomUUID(),
    };
  }
}
