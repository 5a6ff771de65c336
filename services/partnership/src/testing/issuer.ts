import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { CryptoKey, JWTPayload } from "jose";

/** What an issuer under test says instead of the truth. */
export type Lies = {
  /** Claims of the ID token. */
  readonly claims?: JWTPayload;
  /** The `iss` parameter of the answer to the browser. */
  readonly iss?: string;
  readonly algorithm?: "none" | "HS256";
  /** Signs with a key that is not published. */
  readonly strangersKey?: boolean;
};

export type Someone = {
  readonly sub: string;
  readonly name?: string;
  readonly groups?: readonly string[];
};

type Issued = { readonly asked: URLSearchParams; readonly who: Someone; readonly lies: Lies };

/** An identity provider in this process, honest unless asked to lie. */
export type TestIssuer = {
  readonly url: string;
  readonly clientId: string;
  /** What the provider's own page does once somebody signed in there; answers where the browser goes. */
  readonly approve: (authorization: string, who: Someone, lies?: Lies) => string;
  /** How often the discovery document was read. */
  readonly discoveries: () => number;
  readonly stop: () => Promise<void>;
};

const CLIENT = "portal-under-test";
const MINUTES_5 = 300;

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
};

const json = (answer: ServerResponse, status: number, body: object): void => {
  answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

const plain = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

async function sign(claims: JWTPayload, { algorithm, strangersKey }: Lies, key: CryptoKey) {
  if (algorithm === "none") return `${plain({ alg: "none", kid: "k1" })}.${plain(claims)}.`;
  const header = { kid: "k1", alg: algorithm ?? "RS256" };
  if (algorithm === "HS256")
    return new SignJWT(claims).setProtectedHeader(header).sign(Buffer.from("shared".repeat(8)));
  const other = strangersKey ? (await generateKeyPair("RS256")).privateKey : key;
  return new SignJWT(claims).setProtectedHeader(header).sign(other);
}

const isRight = (posted: URLSearchParams, asked: URLSearchParams): boolean => {
  const challenge = createHash("sha256").update(posted.get("code_verifier") ?? "");
  return (
    asked.get("code_challenge") === challenge.digest("base64url") &&
    posted.get("client_id") === CLIENT &&
    posted.get("redirect_uri") === asked.get("redirect_uri")
  );
};

/** The claims of an ID token in Cognito's shape. `now` in milliseconds since 1970. */
const honest = (url: string, { asked, who }: Issued, now: number): JWTPayload => ({
  iss: url,
  aud: CLIENT,
  token_use: "id",
  sub: who.sub,
  ...(who.name === undefined ? {} : { name: who.name }),
  ...(who.groups === undefined ? {} : { "cognito:groups": [...who.groups] }),
  nonce: asked.get("nonce") ?? "",
  iat: Math.floor(now / 1000),
  exp: Math.floor(now / 1000) + MINUTES_5,
});

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "localhost", () => {
      const address = server.address();
      resolve(`http://localhost:${typeof address === "object" ? address?.port : 0}`);
    });
  });

/** Starts an issuer. `now` in milliseconds since 1970. */
export async function testIssuer(now: () => number): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  const codes = new Map<string, Issued>();
  let url = "";
  let discoveries = 0;

  const token = async (request: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const posted = await bodyOf(request);
    const issued = codes.get(posted.get("code") ?? "");
    codes.delete(posted.get("code") ?? "");
    if (!issued || !isRight(posted, issued.asked))
      return json(answer, 400, { error: "invalid_grant" });
    const claims = { ...honest(url, issued, now()), ...issued.lies.claims };
    const idToken = await sign(claims, issued.lies, privateKey);
    return json(answer, 200, { access_token: "a", token_type: "Bearer", id_token: idToken });
  };
  const discovery = () => ({
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/.well-known/jwks.json`,
    end_session_endpoint: `${url}/logout`,
    response_types_supported: ["code"],
    id_token_signing_alg_values_supported: ["RS256"],
  });
  const server = createServer((request, answer) => {
    if (request.url === "/token") return void token(request, answer);
    if (request.url === "/.well-known/jwks.json") return json(answer, 200, { keys: [jwk] });
    discoveries += 1;
    return json(answer, 200, discovery());
  });
  url = await listen(server);

  return {
    url,
    clientId: CLIENT,
    approve: (authorization, who, lies = {}) => {
      const asked = new URL(authorization).searchParams;
      const code = randomUUID();
      codes.set(code, { asked, who, lies });
      const query = { code, state: asked.get("state") ?? "", iss: lies.iss ?? url };
      return `/aanmelden/terug?${new URLSearchParams(query).toString()}`;
    },
    discoveries: () => discoveries,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
