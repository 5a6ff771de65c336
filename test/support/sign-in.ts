import * as z from "zod";
import type { Site } from "./site.ts";

/** Somebody's browser without scripts: its cookies per address, one redirect at a time. */
type Jars = Map<string, Map<string, string>>;
type Sent = { readonly url: string; readonly form?: Readonly<Record<string, string>> };

const MOST_STEPS = 10;

const headerOf = (jar: ReadonlyMap<string, string>): string =>
  [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

function jarOf(jars: Jars, url: string): Map<string, string> {
  const { origin } = new URL(url);
  const jar = jars.get(origin) ?? new Map<string, string>();
  jars.set(origin, jar);
  return jar;
}

async function send(jars: Jars, { url, form }: Sent): Promise<Response> {
  const jar = jarOf(jars, url);
  const response = await fetch(url, {
    method: form ? "POST" : "GET",
    headers: { cookie: headerOf(jar) },
    ...(form ? { body: new URLSearchParams(form) } : {}),
    redirect: "manual",
  });
  await response.arrayBuffer();
  for (const line of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
    jar.set(name, value);
  }
  return response;
}

/** The address of the page where the redirects end. */
async function follow(jars: Jars, first: Sent): Promise<string> {
  let sent = first;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const response = await send(jars, sent);
    const next = response.headers.get("location");
    if (next === null) return sent.url;
    sent = { url: new URL(next, sent.url).href };
  }
  throw new Error(`${new URL(first.url).pathname} leads round in a circle`);
}

/** Signs somebody of a group in, as a browser does, and gives the Cookie header of their session. */
export async function signIn({ stack }: Site, group: string): Promise<string> {
  const jars: Jars = new Map();
  const choice = await follow(jars, { url: `${stack.origin}/aanmelden?naar=/toegankelijkheid` });
  const end = await follow(jars, { url: choice, form: { persona: group } });
  const cookie = headerOf(jarOf(jars, stack.origin));
  if (end !== `${stack.origin}/toegankelijkheid` || !cookie.includes("__Host-sessie="))
    throw new Error(`${group} cannot sign in: the way ended at ${new URL(end).pathname}`);
  return cookie;
}

const Discovery = z.object({ token_endpoint: z.string() });
const TokenAnswer = z.object({ access_token: z.string() });

/** The Authorization header of a program: the client id is its organisation's or municipality's own. */
export async function programToken({ stack }: Site, client: string): Promise<string> {
  const found = await fetch(`${stack.issuer}/.well-known/openid-configuration`);
  const { token_endpoint } = Discovery.parse(await found.json());
  const answer = await fetch(token_endpoint, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${client}:local`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  return `Bearer ${TokenAnswer.parse(await answer.json()).access_token}`;
}
