import { isObject, parseJson, type Json } from "../json.ts";

export type Answered = { status: number; body: Json };

/** Where the portal is: its own origin, and the door at which it answers now. */
export type Portal = { origin: string; door: string };

export type Command = {
  method: "GET" | "POST" | "DELETE";
  path: string;
  body?: Json;
  key?: string;
};

const MOST_STEPS = 12;

function jsonIn(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}

/** Somebody's browser without scripts: it keeps cookies per address and follows redirects one by one. */
export class Browser {
  private readonly portal: Portal;
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(portal: Portal) {
    this.portal = portal;
  }

  /** Signs in with a click on the button of a persona; throws when that leads nowhere. */
  async signIn(persona: string): Promise<void> {
    const choice = await this.follow(`${this.portal.origin}/aanmelden?naar=/`);
    const back = await this.follow(choice.url, { persona });
    if (!choice.isPage || back.isPage) {
      throw new Error(`${persona} cannot sign in: ${back.status} at ${new URL(back.url).pathname}`);
    }
  }

  /** Asks the API, as a script on one of the portal's own pages would. */
  async send({ method, path, body, key }: Command): Promise<Answered> {
    const response = await this.fetch(this.portal.origin + path, {
      method,
      headers: {
        "sec-fetch-site": "same-origin",
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: jsonIn(await response.text()) };
  }

  /** To the page where the redirects end, or to where they leave the sign-in. */
  private async follow(address: string, form?: Record<string, string>) {
    let url = address;
    let init: RequestInit = form ? { method: "POST", body: new URLSearchParams(form) } : {};
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const response = await this.fetch(url, init);
      await response.arrayBuffer();
      const { status } = response;
      const next = response.headers.get("location");
      if (next === null) return { isPage: true, status, url };
      url = new URL(next, url).href;
      init = {};
      const isSite = url.startsWith(`${this.portal.origin}/`);
      if (isSite && !new URL(url).pathname.startsWith("/aanmelden")) {
        return { isPage: false, status, url };
      }
    }
    throw new Error(`${new URL(address).pathname} leads round in a circle`);
  }

  private async fetch(url: string, init: RequestInit): Promise<Response> {
    const { origin, door } = this.portal;
    const at = new URL(url).origin;
    const headers = new Headers(init.headers);
    const cookies = [...(this.jars.get(at) ?? [])].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
    const address = at === origin ? door + url.slice(origin.length) : url;
    const response = await fetch(address, { ...init, headers, redirect: "manual" });
    this.keep(at, response.headers.getSetCookie());
    return response;
  }

  private keep(at: string, lines: readonly string[]): void {
    const jar = this.jars.get(at) ?? new Map<string, string>();
    this.jars.set(at, jar);
    for (const line of lines) {
      const [, name = "", value = ""] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      const isGone = value === "" || /;\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(line);
      if (isGone) jar.delete(name);
      else jar.set(name, value);
    }
  }
}

/** The code at the end of a problem document's type, such as no-seat-left. */
export function problemOf({ body }: Answered): string {
  const type = isObject(body) ? body["type"] : undefined;
  return typeof type === "string" ? type.slice(type.lastIndexOf(":") + 1) : "";
}
