import { createHash, randomBytes } from "node:crypto";
import type { IdentityDefinition } from "./definition.ts";

export const SITE = "http://localhost:3000";

export const definition: IdentityDefinition = {
  issuer: "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_sample",
  personas: [
    { id: "coordinator", label: "Coördinator van Digistroom" },
    { id: "admin-deinze", label: "Beheerder van Deinze" },
    { id: "desk-deinze-bibliotheek", label: "Balie van Bibliotheek Deinze" },
    { id: "partner-vdab", label: "Medewerker van VDAB" },
  ],
  sites: [
    {
      id: "portaal",
      scopes: ["openid"],
      callbacks: ["https://sample.cloudfront.net/aanmelden/terug"],
      logouts: ["https://sample.cloudfront.net/"],
      accessSeconds: 300,
      idSeconds: 600,
    },
  ],
  programs: [
    { id: "deinze", scope: "municipality/deinze", accessSeconds: 3600 },
    { id: "vdab", scope: "organisation/vdab", accessSeconds: 1800 },
  ],
};

/** A browser without JavaScript: it keeps cookies and follows redirects as long as they stay at the issuer. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private readonly issuer: string;

  constructor(issuer: string) {
    this.issuer = issuer;
  }

  async open(address: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(new URL(address, this.issuer), {
      redirect: "manual",
      headers: { cookie: [...this.cookies].map((pair) => pair.join("=")).join("; ") },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    this.keep(response.headers.getSetCookie());
    const next = response.headers.get("location");
    const isElsewhere = next === null || !new URL(next, this.issuer).href.startsWith(this.issuer);
    return isElsewhere ? response : this.open(next);
  }

  /** Asks to sign in, presses the button of a persona, and answers where the site would be called back. */
  async signIn(persona: string, question: Record<string, string>): Promise<URL> {
    const page = await this.open(authorizeAddress(question));
    const answer = page.status === 200 ? await this.press(page, persona) : page;
    return new URL(answer.headers.get("location") ?? "none:");
  }

  press(page: Response, persona: string): Promise<Response> {
    return this.open(page.url, { persona });
  }

  private keep(lines: string[]): void {
    for (const line of lines) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

export function authorizeAddress(question: Record<string, string>): string {
  return `/oauth2/authorize?${new URLSearchParams(question).toString()}`;
}

/** A question to sign in and the secret behind its challenge. */
export function newQuestion(more: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString("base64url");
  const question = {
    client_id: "portaal",
    response_type: "code",
    redirect_uri: `${SITE}/aanmelden/terug`,
    scope: "openid",
    state: "s1",
    nonce: "n1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  };
  return { verifier, question };
}
