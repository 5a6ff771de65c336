import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "vitest";
import { PortTaken } from "../front.ts";
import { temporaryFolder } from "../testing/folder.ts";
import { authorizeAddress, definition, newQuestion, SITE, Visitor } from "./fixture.ts";
import { startIdentity, type IdentityOptions, type LocalIdentity } from "./identity.ts";

const start = (options: Partial<IdentityOptions> = {}) =>
  startIdentity({ definition, siteOrigin: SITE, ...options });

let identity: LocalIdentity;
let issuer: string;

beforeAll(async () => {
  identity = await start();
  issuer = identity.issuer;
});
afterAll(() => identity.stop());

type Answer = {
  status: number;
  error?: string;
  access_token: string;
  id_token: string;
  expires_in: number;
};

async function ask(form: Record<string, string>, at = issuer, secret?: string): Promise<Answer> {
  const authorization = `Basic ${Buffer.from(secret ?? "").toString("base64")}`;
  const response = await fetch(`${at}/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: secret === undefined ? {} : { authorization },
  });
  const answer: Omit<Answer, "status"> = JSON.parse(await response.text());
  return { ...answer, status: response.status };
}

function redeem(callback: URL, verifier: string, more: Record<string, string> = {}) {
  return ask({
    grant_type: "authorization_code",
    client_id: "portaal",
    code: callback.searchParams.get("code") ?? "",
    redirect_uri: `${SITE}/aanmelden/terug`,
    code_verifier: verifier,
    ...more,
  });
}

async function signIn(persona: string, visitor = new Visitor(issuer)): Promise<Answer> {
  const { question, verifier } = newQuestion();
  return redeem(await visitor.signIn(persona, question), verifier);
}

const verify = (token: string, at = issuer) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${at}/.well-known/jwks.json`)), { issuer: at });

test("the discovery document names the issuer and addresses of its own", async () => {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  expect(await response.json()).toMatchObject({
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    end_session_endpoint: `${issuer}/logout`,
    code_challenge_methods_supported: ["S256"],
  });
});

describe("a person", () => {
  it("is back at the site after one click, with the state of the question", async () => {
    const { question } = newQuestion({ state: "where-i-was" });
    const callback = await new Visitor(issuer).signIn("coordinator", question);
    expect(callback.origin + callback.pathname).toBe(`${SITE}/aanmelden/terug`);
    expect(callback.searchParams.get("state")).toBe("where-i-was");
    expect(callback.searchParams.get("error")).toBeNull();
  });

  it("has an ID token of Cognito's shape, without a mail address", async () => {
    const { id_token: token } = await signIn("desk-deinze-bibliotheek");
    const { payload, protectedHeader } = await verify(token);
    expect(protectedHeader).toEqual({ alg: "RS256", kid: expect.any(String) });
    expect(payload).toMatchObject({
      token_use: "id",
      aud: "portaal",
      sub: "desk-deinze-bibliotheek",
      "cognito:username": "desk-deinze-bibliotheek",
      "cognito:groups": ["desk-deinze-bibliotheek"],
      name: expect.stringMatching(/^[A-Z]\w+ [A-Z]\w+$/),
      nonce: "n1",
    });
    expect(payload.exp! - payload.iat!).toBe(600);
    expect(payload).not.toHaveProperty("email");
  });

  it("has an access token of Cognito's shape: it names its client and has no audience", async () => {
    const answer = await signIn("partner-vdab");
    const { payload, protectedHeader } = await verify(answer.access_token);
    expect(protectedHeader).toEqual({ alg: "RS256", kid: expect.any(String) });
    expect(payload).toMatchObject({
      token_use: "access",
      client_id: "portaal",
      sub: "partner-vdab",
      username: "partner-vdab",
      "cognito:groups": ["partner-vdab"],
      scope: "openid",
      jti: expect.any(String),
    });
    expect(payload).not.toHaveProperty("aud");
    expect([payload.exp! - payload.iat!, answer.expires_in]).toEqual([300, 300]);
  });

  it("keeps its name from one sign-in to the next; nobody else has it", async () => {
    const names = [];
    for (const persona of ["coordinator", "coordinator", "admin-deinze"])
      names.push(decodeJwt((await signIn(persona)).id_token)["name"]);
    expect(names[0]).toBe(names[1]);
    expect(names[0]).not.toBe(names[2]);
  });

  it("is not asked again by the same browser", async () => {
    const visitor = new Visitor(issuer);
    await signIn("coordinator", visitor);
    const page = await visitor.open(authorizeAddress(newQuestion().question));
    expect(page.status).toBe(303);
  });

  it("can become somebody else, who then is the only one signed in", async () => {
    const visitor = new Visitor(issuer);
    await signIn("coordinator", visitor);
    const { question, verifier } = newQuestion({ prompt: "login" });
    const callback = await visitor.signIn("admin-deinze", question);
    const { id_token: token } = await redeem(callback, verifier);
    expect(decodeJwt(token).sub).toBe("admin-deinze");
    expect(decodeJwt((await signIn("", visitor)).id_token).sub).toBe("admin-deinze");
  });
});

describe("a code", () => {
  const newCode = async () => {
    const { question, verifier } = newQuestion();
    return { callback: await new Visitor(issuer).signIn("coordinator", question), verifier };
  };

  it("is worth nothing to who does not know the verifier", async () => {
    const { callback } = await newCode();
    const other = newQuestion().verifier;
    expect(await redeem(callback, other)).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("is worth nothing the second time", async () => {
    const { callback, verifier } = await newCode();
    expect((await redeem(callback, verifier)).status).toBe(200);
    expect(await redeem(callback, verifier)).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("is worth nothing at another address of the site", async () => {
    const { callback, verifier } = await newCode();
    const answer = await redeem(callback, verifier, { redirect_uri: `${SITE}/elders` });
    expect(answer).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  it("is worth nothing to a program", async () => {
    const { callback, verifier } = await newCode();
    const program = { client_id: "vdab", client_secret: "local" };
    expect((await redeem(callback, verifier, program)).status).toBe(400);
  });
});

describe("a question that is not the site's own", () => {
  it.each([
    ["to an address that is not registered", { redirect_uri: "http://localhost:3000/elders" }],
    ["of an unknown client", { client_id: "elders" }],
  ])("%s stays here, in plain words", async (_what, more) => {
    const visitor = new Visitor(issuer);
    const page = await visitor.open(authorizeAddress(newQuestion(more).question));
    expect([page.status, page.headers.get("location")]).toEqual([400, null]);
  });

  it("without a challenge is refused", async () => {
    const { code_challenge: _, code_challenge_method: __, ...question } = newQuestion().question;
    const answer = await new Visitor(issuer).open(authorizeAddress(question));
    expect(answer.headers.get("location")).toContain("error=invalid_request");
  });

  it("for a persona that does not exist shows the page again", async () => {
    const visitor = new Visitor(issuer);
    const page = await visitor.open(authorizeAddress(newQuestion().question));
    const again = await visitor.press(page, "burgemeester");
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("Die persoon bestaat niet");
  });

  it("that has expired says so", async () => {
    const page = await new Visitor(issuer).open("/aanmelden/verlopen");
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("Begin opnieuw in het portaal");
  });
});

describe("a program", () => {
  const grant = { grant_type: "client_credentials" };

  it.each([
    ["in the header", {}, "vdab:local"],
    ["in the form", { client_id: "vdab", client_secret: "local" }, undefined],
    ["naming its scope", { scope: "organisation/vdab" }, "vdab:local"],
  ])("gets a token of its one scope with its secret %s", async (_where, more, secret) => {
    const answer = await ask({ ...grant, ...more }, issuer, secret);
    expect(answer).toMatchObject({ status: 200, expires_in: 1800 });
    const { payload } = await verify(answer.access_token);
    expect(payload).toMatchObject({
      token_use: "access",
      client_id: "vdab",
      sub: "vdab",
      scope: "organisation/vdab",
    });
    expect(payload).not.toHaveProperty("aud");
    expect(payload).not.toHaveProperty("cognito:groups");
  });

  it.each(["municipality/deinze", "organisation/vdab municipality/deinze", "openid", "elders"])(
    "does not get the scope %s",
    async (scope) => {
      const answer = await ask({ ...grant, scope }, issuer, "vdab:local");
      expect(answer).toMatchObject({ status: 400, error: "invalid_scope" });
      expect(answer.access_token).toBeUndefined();
    },
  );

  it.each(["vdab:wrong", "elders:local"])("is not let in as %s", async (secret) => {
    expect(await ask(grant, issuer, secret)).toMatchObject({
      status: 401,
      error: "invalid_client",
    });
  });

  it("is not let in as the site, which has no secret", async () => {
    const answer = await ask({ ...grant, client_id: "portaal" });
    expect(answer.status).toBe(400);
    expect(answer.access_token).toBeUndefined();
  });
});

describe("signing out", () => {
  const signedIn = async () => {
    const visitor = new Visitor(issuer);
    const { id_token: token } = await signIn("coordinator", visitor);
    return { visitor, token };
  };
  const isAsked = async (visitor: Visitor) =>
    (await visitor.open(authorizeAddress(newQuestion().question))).status === 200;

  it.each([
    ["Cognito's words", { client_id: "portaal", logout_uri: `${SITE}/` }],
    ["OpenID's words", { client_id: "portaal", post_logout_redirect_uri: `${SITE}/` }],
    [
      "both",
      { client_id: "portaal", post_logout_redirect_uri: `${SITE}/`, logout_uri: `${SITE}/` },
    ],
  ])("in %s takes effect at once", async (_whose, query) => {
    const { visitor } = await signedIn();
    expect(await isAsked(visitor)).toBe(false);
    const answer = await visitor.open(`/logout?${new URLSearchParams(query).toString()}`);
    expect(answer.headers.get("location")).toBe(`${SITE}/`);
    expect(await isAsked(visitor)).toBe(true);
  });

  it("takes an ID token for the client's name, and hands back the state", async () => {
    const { visitor, token } = await signedIn();
    const query = { id_token_hint: token, post_logout_redirect_uri: `${SITE}/`, state: "dag" };
    const answer = await visitor.open(`/logout?${new URLSearchParams(query).toString()}`);
    expect(answer.headers.get("location")).toBe(`${SITE}/?state=dag`);
    expect(await isAsked(visitor)).toBe(true);
  });

  it("without an address ends here; without a session it still leads back", async () => {
    const { visitor } = await signedIn();
    expect(await (await visitor.open("/logout")).text()).toContain("Je bent afgemeld");
    const query = new URLSearchParams({ client_id: "portaal", logout_uri: `${SITE}/` });
    const answer = await new Visitor(issuer).open(`/logout?${query.toString()}`);
    expect(answer.headers.get("location")).toBe(`${SITE}/`);
  });

  it("leads nowhere that is not registered, and then signs nobody out", async () => {
    const { visitor } = await signedIn();
    const query = new URLSearchParams({
      client_id: "portaal",
      logout_uri: "https://elders.example/",
    });
    const answer = await visitor.open(`/logout?${query.toString()}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([400, null]);
    expect(await isAsked(visitor)).toBe(false);
  });
});

describe("a restart", () => {
  const folder = temporaryFolder();
  const running: LocalIdentity[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });
  afterAll(() => folder.remove());

  const run = async (options: Partial<IdentityOptions>) => {
    const one = await start(options);
    running.push(one);
    return one;
  };
  const program = async (at: string) =>
    (await ask({ grant_type: "client_credentials" }, at, "deinze:local")).access_token;

  it("keeps the keys, so a token from before is still good; without a folder it is not", async () => {
    const first = await run({ dataFolder: folder.path });
    const token = await program(first.issuer);
    await first.stop();
    const port = Number(new URL(first.issuer).port);
    const second = await run({ dataFolder: folder.path, port });
    await expect(verify(token, second.issuer)).resolves.toBeDefined();
    await second.stop();
    const third = await run({ port });
    await expect(verify(token, third.issuer)).rejects.toThrow("no applicable key");
  });

  it("over damaged keys says what to do", async () => {
    const damaged = temporaryFolder();
    damaged.write("signing-keys.json", "{");
    await expect(start({ dataFolder: damaged.path })).rejects.toThrow("--fresh");
    damaged.remove();
  });

  it("on a taken port says which", async () => {
    const port = Number(new URL(issuer).port);
    await expect(start({ port })).rejects.toThrow(new PortTaken(`Port ${port} is taken.`));
  });

  it("on another day issues tokens of that day, and still signs people in", async () => {
    const now = () => Date.parse("2024-02-29T10:00:00Z");
    const past = await run({ now });
    const issued = decodeJwt(await program(past.issuer)).iat;
    expect(issued).toBe(Date.parse("2024-02-29T10:00:00Z") / 1000);
    const { question, verifier } = newQuestion();
    const callback = await new Visitor(past.issuer).signIn("coordinator", question);
    const code = callback.searchParams.get("code") ?? "";
    const answer = await ask(
      {
        grant_type: "authorization_code",
        client_id: "portaal",
        code,
        redirect_uri: `${SITE}/aanmelden/terug`,
        code_verifier: verifier,
      },
      past.issuer,
    );
    const { iat, exp, auth_time: signedIn } = decodeJwt(answer.id_token);
    expect([iat, exp! - iat!]).toEqual([issued, 600]);
    expect(iat! - Number(signedIn)).toBeLessThan(5);
  });

  it("two keys sign: one for who somebody is, one for what may be done", async () => {
    const tokens = await signIn("coordinator");
    const { kid } = decodeProtectedHeader(tokens.id_token);
    expect(decodeProtectedHeader(tokens.access_token).kid).not.toBe(kid);
  });
});
