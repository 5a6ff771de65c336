import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { definition } from "../identity/fixture.ts";
import { startIdentity, type LocalIdentity } from "../identity/identity.ts";
import { Browser, problemOf, type Portal } from "./browser.ts";
import { Staff } from "./staff.ts";

const ORIGIN = "http://portal.example:3000";
const MINUTE = 60_000;

let identity: LocalIdentity;
let server: Server;
let portal: Portal;
let signIns: string[];
let seen: { headers: IncomingMessage["headers"]; method: string; path: string; body: string }[];
const verifiers = new Map<string, string>();

function go(response: ServerResponse, location: string, cookie?: string): void {
  response.writeHead(303, { location, ...(cookie ? { "set-cookie": cookie } : {}) }).end();
}

function start(response: ServerResponse): void {
  const [state, verifier] = [randomBytes(8).toString("hex"), randomBytes(32).toString("base64url")];
  verifiers.set(state, verifier);
  const query = new URLSearchParams({
    client_id: "portaal",
    response_type: "code",
    redirect_uri: `${ORIGIN}/aanmelden/terug`,
    scope: "openid",
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  go(response, `${identity.issuer}/oauth2/authorize?${query}`, `attempt=${state}; Path=/; Secure`);
}

async function finish(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? "", ORIGIN);
  const state = /attempt=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const answer = await fetch(`${identity.issuer}/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "portaal",
      code: searchParams.get("code") ?? "",
      redirect_uri: `${ORIGIN}/aanmelden/terug`,
      code_verifier: verifiers.get(state) ?? "",
    }),
  });
  const { id_token: token }: { id_token: string } = JSON.parse(await answer.text());
  const { sub = "" } = decodeJwt(token);
  signIns.push(sub);
  go(response, "/registratie", `__Host-sessie=${sub}; Path=/; Secure; HttpOnly`);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "").split("?")[0] ?? "";
  if (path === "/aanmelden") return start(response);
  if (path === "/aanmelden/terug") return finish(request, response);
  let body = "";
  for await (const chunk of request) body += String(chunk);
  seen.push({ headers: request.headers, method: request.method ?? "", path, body });
  const isMember = request.headers.cookie?.includes("__Host-sessie=") === true;
  const type = `urn:digihulp:problem:${isMember ? "none" : "unauthorized"}`;
  response.writeHead(isMember ? 200 : 401, { "content-type": "application/json" });
  response.end(JSON.stringify({ type }));
}

beforeAll(async () => {
  identity = await startIdentity({ definition, siteOrigin: ORIGIN });
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  portal = { origin: ORIGIN, door: `http://127.0.0.1:${port}` };
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await identity.stop();
});

beforeEach(() => {
  signIns = [];
  seen = [];
});

const COMMAND = {
  method: "POST",
  path: "/api/x/y",
  body: { words: "é 🌻" },
  key: "demo-1",
} as const;

test("somebody signs in through the code flow, at a door beside the portal's own", async () => {
  const browser = new Browser(portal);
  await browser.signIn("desk-deinze-bibliotheek");
  expect(signIns).toEqual(["desk-deinze-bibliotheek"]);
  expect((await browser.send(COMMAND)).status).toBe(200);
});

test("a command looks like one of the portal's own pages, and keeps its key and its words", async () => {
  const staff = new Staff(portal, () => 0);
  await staff.send("admin-deinze", COMMAND);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ method: "POST", path: "/api/x/y", body: '{"words":"é 🌻"}' });
  expect(seen[0]?.headers).toMatchObject({
    "idempotency-key": "demo-1",
    "sec-fetch-site": "same-origin",
    "content-type": "application/json",
  });
  expect(seen[0]?.headers.cookie).toContain("__Host-sessie=admin-deinze");
});

test("everybody has a browser of their own, and stays signed in while at work", async () => {
  let now = 0;
  const staff = new Staff(portal, () => now);
  for (const who of ["admin-deinze", "partner-vdab", "admin-deinze", "partner-vdab"]) {
    now += 5 * MINUTE;
    expect((await staff.send(who, COMMAND)).status).toBe(200);
  }
  expect(signIns).toEqual(["admin-deinze", "partner-vdab"]);
});

test.each([
  ["after a while without work", 19],
  ["on another day", 24 * 60],
])("somebody signs in again %s", async (_when, minutes) => {
  let now = 0;
  const staff = new Staff(portal, () => now);
  await staff.send("admin-deinze", COMMAND);
  now = minutes * MINUTE;
  await staff.send("admin-deinze", COMMAND);
  expect(signIns).toEqual(["admin-deinze", "admin-deinze"]);
});

test("and before a working day is over, however busy it was", async () => {
  let now = 0;
  const staff = new Staff(portal, () => now);
  for (; now < 10 * 60 * MINUTE; now += 15 * MINUTE) await staff.send("admin-deinze", COMMAND);
  expect(signIns).toHaveLength(2);
});

test("who does not exist cannot sign in, and that is said", async () => {
  await expect(new Browser(portal).signIn("desk-nowhere")).rejects.toThrow(
    /^desk-nowhere cannot sign in: 422/,
  );
});

test("without signing in a command is refused, with the reason in a word", async () => {
  const refused = await new Browser(portal).send(COMMAND);
  expect([refused.status, problemOf(refused)]).toEqual([401, "unauthorized"]);
});
