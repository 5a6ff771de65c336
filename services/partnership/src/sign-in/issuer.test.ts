import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openIssuer } from "./issuer.ts";
import type { IssuerSettings } from "./issuer.ts";

const settings: IssuerSettings = {
  issuer: "https://issuer.example",
  clientId: "portal",
  origin: "https://site.example",
  logoutEndpoint: undefined,
  now: () => 0,
};
const secrets = { state: "s", nonce: "n", verifier: "v".repeat(43) };

describe("an issuer", () => {
  it.each(["http://issuer.example", "http://127.0.0.1:3001", "ftp://localhost"])(
    "at %s stops the function before it starts",
    (issuer) => {
      expect(() => openIssuer({ ...settings, issuer })).toThrow(RangeError);
    },
  );
});

describe("an issuer whose discovery document", () => {
  let url = "";
  let document: () => object | undefined = () => undefined;
  const server = createServer((_, answer) => {
    const found = document();
    answer.writeHead(found ? 200 : 503, { "content-type": "application/json" });
    answer.end(JSON.stringify(found ?? {}));
  });
  const metadata = (more: object = {}) => ({
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    ...more,
  });
  const open = (more: Partial<IssuerSettings> = {}) =>
    openIssuer({ ...settings, issuer: url, ...more });

  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        server.listen(0, "localhost", () => {
          const address = server.address();
          url = `http://localhost:${typeof address === "object" ? address?.port : 0}`;
          resolve();
        });
      }),
  );
  afterAll(() => {
    server.close();
  });

  it("fails once is asked again at the next sign-in", async () => {
    const issuer = open();
    document = () => undefined;
    await expect(issuer.signInUrl(secrets)).rejects.toThrow();
    document = () => metadata();
    expect(await issuer.signInUrl(secrets)).toMatch(`${url}/authorize`);
  });

  it("is of another issuer is not believed", async () => {
    document = () => metadata({ issuer: "https://issuer.example" });
    await expect(open().signInUrl(secrets)).rejects.toThrow();
  });

  it("names no place to sign out leaves it at our own, unless we know one", async () => {
    document = () => metadata();
    expect(await open().signOutUrl()).toBeUndefined();
    const logoutEndpoint = "https://digihulp.auth.eu-central-1.amazoncognito.com/logout";
    const out = new URL((await open({ logoutEndpoint }).signOutUrl()) ?? "");
    expect(out.origin + out.pathname).toBe(logoutEndpoint);
    expect(Object.fromEntries(out.searchParams)).toMatchObject({
      client_id: "portal",
      logout_uri: "https://site.example/",
    });
  });
});
