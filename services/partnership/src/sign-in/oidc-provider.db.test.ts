import { createServer } from "node:http";
import type { Server } from "node:http";
import { regionById } from "@digihulp/region";
import { testTable } from "@digihulp/testing";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { partnershipTable } from "../store/partnership-table.ts";
import { goesTo, ORIGIN, signInSite } from "../testing/sign-in-site.ts";
import type { SignInSite } from "../testing/sign-in-site.ts";

const region = regionById("leie-schelde");
const CLIENT = "portal-under-test";

let server: Server;
let url = "";
let site: SignInSite;

/** A certified OpenID provider, with a page of its own on which any name signs in. */
const configuration = {
  clients: [
    {
      client_id: CLIENT,
      token_endpoint_auth_method: "none",
      redirect_uris: [`${ORIGIN}/aanmelden/terug`],
      post_logout_redirect_uris: [`${ORIGIN}/`],
    },
  ],
  claims: { openid: ["sub", "name", "cognito:groups"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ["for this test alone"] },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  findAccount: (_: object, sub: string) => ({
    accountId: sub,
    claims: () => ({ sub, name: "Noor Wilgentak", "cognito:groups": ["desk-deinze-bibliotheek"] }),
  }),
};

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T09:00:00Z") });
  server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  const address = server.address();
  url = `http://localhost:${typeof address === "object" ? address?.port : 0}`;
  server.on("request", new Provider(url, configuration).callback());
  const fixture = await testTable(partnershipTable);
  const issuer = {
    url,
    clientId: CLIENT,
    approve: () => "",
    discoveries: () => 0,
    stop: async () => {},
  };
  site = signInSite({ region, fixture, issuer, now: () => Date.now() });
});
afterAll(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

/** The provider's own pages, walked as a browser would. */
function issuerBrowser() {
  const jar = new Map<string, string>();
  return async (address: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(new URL(address, url), {
      redirect: "manual",
      headers: { cookie },
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
}

/** Follows redirects, and answers the provider's forms, until it sends the browser back to us. */
async function signInAtIssuer(start: string): Promise<string> {
  const visit = issuerBrowser();
  const pages: string[] = [];
  let answer = await visit(start);
  for (let step = 0; step < 12; step += 1) {
    const next = answer.headers.get("location");
    if (next?.startsWith(ORIGIN)) return next.slice(ORIGIN.length);
    if (next) {
      answer = await visit(next);
    } else {
      const page = await answer.text();
      const [, action = ""] = /action="([^"]+)"/.exec(page) ?? [];
      const [, prompt = ""] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
      pages.push(prompt);
      answer = await visit(action, { prompt, login: "sub-noor", password: "not looked at" });
    }
  }
  throw new Error(`the provider kept asking: ${pages.join(", ")}`);
}

describe("against a certified OpenID provider", () => {
  it("somebody signs in with code, PKCE, state and nonce, and signs out again", async () => {
    const browser = site.browse();
    const begun = await browser.get("/aanmelden?naar=/registratie/nieuw");
    const back = await browser.get(await signInAtIssuer(goesTo(begun)));
    expect(goesTo(back)).toBe("/registratie/nieuw");
    expect(await site.identify(browser)).toMatchObject({
      actor: { kind: "member", member: "sub-noor", membership: { role: "desk-worker" } },
      name: "Noor Wilgentak",
    });
    const out = await fetch(goesTo(await browser.post("/afmelden", "")));
    expect(out.status).toBe(200);
    expect((await site.identify(browser)).actor.kind).toBe("visitor");
  });
});
