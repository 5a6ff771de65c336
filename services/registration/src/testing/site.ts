import type { Actor } from "@digihulp/access";
import { clockTime } from "@digihulp/kernel";
import { makeSite } from "@digihulp/web";
import type { HttpRequest, HttpResponse, Note } from "@digihulp/web";
import { routes } from "../routes.ts";
import { region, TODAY } from "./actors.ts";
import type { SetUp } from "./setup.ts";

export type Sent = {
  readonly query?: string;
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Send = (method: string, path: string, sent?: Sent) => Promise<HttpResponse>;

function bodyOf({ form, json }: Sent): string {
  if (!form) return json === undefined ? "" : JSON.stringify(json);
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}

/** The pages and the API of the registration, asked by whoever the test says, with the log beside it. */
export function siteOn(on: SetUp) {
  const notes: Note[] = [];
  const as = (actor: Actor): Send => {
    const site = makeSite(routes, on, {
      region,
      origin: "https://site.example",
      now: () => ({ date: TODAY, time: clockTime("10:00") }),
      identify: async () => ({ actor, name: "Lien", cookies: [] }),
      note: (note) => notes.push(note),
    });
    return (method, path, sent = {}) => {
      const body = bodyOf(sent);
      const request: HttpRequest = {
        method,
        path,
        query: new URLSearchParams(sent.query),
        headers: { "sec-fetch-site": "same-origin", ...sent.headers },
        cookies: {},
        body,
        bodySize: Buffer.byteLength(body),
        reference: "ref-1",
      };
      return site(request);
    };
  };
  return { as, notes };
}

export type SiteOn = ReturnType<typeof siteOn>;

/** What a desk types for somebody new. */
export const typed = {
  naam: "Amina Benali",
  bereik: "phone",
  "bereik-hoe": "0470 00 00 01",
  "bereik-wie": "",
  taal: "ar",
  thema: "itsme",
  vraag: "Ik krijg itsme niet aan de praat.",
  geboortejaar: "1979",
  akkoord: ["may-call", "desk-may-see"],
  _sleutel: "key_1",
} as const;
