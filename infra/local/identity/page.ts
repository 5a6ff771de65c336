import { hash } from "node:crypto";
import type { Context } from "oidc-provider";
import { html, Html } from "./html.ts";

const STYLE = `
:root { color: #2b1a2c; background: #f8f3f1; font: 1.125rem/1.45 system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
h1 { margin: 0 0 0.5rem; color: #3f1a39; font-size: 2rem; line-height: 1.15; }
h2 { margin: 2rem 0 0.75rem; color: #3f1a39; font-size: 1.375rem; }
p { max-width: 38rem; }
a { color: #5d2353; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1rem; }
nav a { display: inline-block; padding-block: 0.5rem; }
button { font: inherit; cursor: pointer; border-radius: 0.875rem; border: 2px solid #776673; }
li button { width: 100%; min-height: 3.25rem; padding: 0.5rem 1rem; text-align: start;
  background: #fff; color: inherit; overflow-wrap: anywhere; }
li button:hover { border-color: #5d2353; background: #fee8d8; }
li small { display: block; font-size: 1rem; color: #5c4d5b; }
label { display: block; font-weight: 700; margin-bottom: 0.25rem; }
.search { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.search input { flex: 1 1 12rem; min-width: 0; font: inherit; min-height: 3.25rem;
  padding: 0 0.75rem; border: 2px solid #776673; border-radius: 0.875rem; box-sizing: border-box; }
.search button { min-height: 3.25rem; padding: 0 1.25rem; background: #5d2353; color: #fff;
  border-color: #5d2353; }
.error { padding: 0.75rem 1rem; border-radius: 0.875rem; background: #feebeb; color: #a51f1e; }
:focus-visible { outline: 3px solid #2b1a2c; outline-offset: 3px; background: #ffc98f; color: #2b1a2c; }
`;

// The browser compares the hash with exactly what stands between the tags.
const SHEET = new Html(`<style>${STYLE}</style>`);
const STYLE_HASH = hash("sha256", STYLE, "base64");

export type Page = { status: number; title: string; content: Html };

/** Sends a page that loads nothing, and whose forms lead to this server and to the site only. */
export function send(ctx: Context, { status, title, content }: Page, siteOrigin: string): void {
  ctx.status = status;
  ctx.set("content-type", "text/html; charset=utf-8");
  ctx.set("cache-control", "no-store");
  ctx.set(
    "content-security-policy",
    `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self' ${siteOrigin}; base-uri 'none'; frame-ancestors 'none'`,
  );
  ctx.body = html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Digihulp-portaal op deze computer</title>
        ${SHEET}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
          <p><a href="${siteOrigin}/">Terug naar het portaal</a></p>
        </main>
      </body>
    </html>`.text;
}

/** Says in plain words that it did not work, and the technical word for who builds on this. */
export function sendProblem(
  ctx: Context,
  { status, code }: { status: number; code: string },
  siteOrigin: string,
): void {
  const content = html`<p>
      De vraag om aan te melden klopt niet, of ze is verlopen. Begin opnieuw in het portaal.
    </p>
    <p>Voor wie dit bouwt: <code>${code}</code></p>`;
  send(ctx, { status, title: "Aanmelden lukt niet", content }, siteOrigin);
}
