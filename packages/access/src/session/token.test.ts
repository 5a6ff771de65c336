import { createServer } from "node:http";
import type { Server } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { JWTPayload } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tokenVerifier } from "./token.ts";

const NOW = Date.parse("2026-11-23T09:00:00Z");
const SECONDS = NOW / 1000;
const now = () => NOW;

const pair = await generateKeyPair("RS256");
const stranger = await generateKeyPair("RS256");

let server: Server;
let issuer = "";
const listening = (open: Server): Promise<number> =>
  new Promise((resolve) => {
    open.listen(0, "localhost", () => {
      const address = open.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });

beforeAll(async () => {
  const key = { ...(await exportJWK(pair.publicKey)), kid: "ours", alg: "RS256", use: "sig" };
  server = createServer((_, answer) => {
    answer.setHeader("content-type", "application/json");
    answer.end(JSON.stringify({ keys: [key] }));
  });
  issuer = `http://localhost:${await listening(server)}`;
});
afterAll(() => server.close());

type Made = {
  readonly claims?: JWTPayload;
  readonly kid?: string;
  readonly key?: CryptoKey;
  readonly without?: string;
};

/** An access token as Cognito makes it for a program, with something changed. */
async function token({ claims = {}, kid = "ours", key = pair.privateKey, without }: Made = {}) {
  const all: JWTPayload = {
    iss: issuer,
    sub: "deinze",
    token_use: "access",
    client_id: "deinze",
    scope: "municipality/deinze",
    iat: SECONDS - 10,
    exp: SECONDS + 3600,
    version: 2,
    ...claims,
  };
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => name !== without));
  return new SignJWT(kept).setProtectedHeader({ alg: "RS256", kid }).sign(key);
}

const verify = (made: string) => tokenVerifier(issuer, now)(made);
const plain = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");

describe("a program's access token", () => {
  it("says which client it is and for whom it acts", async () => {
    expect(await verify(await token())).toEqual({ client: "deinze", scope: "municipality/deinze" });
  });

  it.each([
    ["another issuer", { claims: { iss: "https://issuer.example" } }],
    ["an ID token", { claims: { token_use: "id" } }],
    ["no use at all", { without: "token_use" }],
    ["no client", { without: "client_id" }],
    ["no scope", { without: "scope" }],
    [
      "a scope of two words",
      { claims: { scope: "municipality/deinze municipality/destelbergen" } },
    ],
    ["an empty scope", { claims: { scope: "" } }],
    ["an hour that is over", { claims: { iat: SECONDS - 4000, exp: SECONDS - 31 } }],
    ["no end", { without: "exp" }],
    ["no beginning", { without: "iat" }],
    ["a time that has yet to come", { claims: { nbf: SECONDS + 120 } }],
    ["a key that nobody published", { kid: "theirs", key: stranger.privateKey }],
    ["our key's name under a stranger's signature", { key: stranger.privateKey }],
  ])("with %s counts for nothing", async (_, made: Made) => {
    expect(await verify(await token(made))).toBeUndefined();
  });

  it("that ended within the last half minute still counts: clocks differ", async () => {
    const late = await token({ claims: { exp: SECONDS - 29 } });
    expect(await verify(late)).toBeDefined();
  });

  it("without a signature counts for nothing", async () => {
    const [, payload] = (await token()).split(".");
    const unsigned = `${plain({ alg: "none", kid: "ours" })}.${payload}.`;
    expect(await verify(unsigned)).toBeUndefined();
  });

  it("signed with the public key as if it were a shared secret counts for nothing", async () => {
    const { n = "" } = await exportJWK(pair.publicKey);
    const claims = {
      iss: issuer,
      token_use: "access",
      client_id: "x",
      scope: "municipality/deinze",
    };
    const forged = await new SignJWT({ ...claims, iat: SECONDS, exp: SECONDS + 60 })
      .setProtectedHeader({ alg: "HS256", kid: "ours" })
      .sign(Buffer.from(n, "base64url"));
    expect(await verify(forged)).toBeUndefined();
  });

  it.each(["", "x", "a.b.c", `${"A".repeat(100_000)}.B.C`])(
    "that is none at all counts for nothing",
    async (made) => {
      expect(await verify(made)).toBeUndefined();
    },
  );

  it("is refused, and nothing crashes, while the issuer's keys cannot be fetched", async () => {
    const closed = createServer();
    const port = await listening(closed);
    await new Promise((resolve) => {
      closed.close(resolve);
    });
    const gone = tokenVerifier(`http://localhost:${port}`, now);
    expect(
      await gone(await token({ claims: { iss: `http://localhost:${port}` } })),
    ).toBeUndefined();
  });

  it("is refused when the issuer answers with something that is no key", async () => {
    const odd = createServer((_, answer) => answer.end("<html>maintenance</html>"));
    const port = await listening(odd);
    const verifyOdd = tokenVerifier(`http://localhost:${port}`, now);
    const made = await token({ claims: { iss: `http://localhost:${port}` } });
    expect(await verifyOdd(made)).toBeUndefined();
    odd.close();
  });
});
