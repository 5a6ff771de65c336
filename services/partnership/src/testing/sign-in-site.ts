import { everybodyIsAVisitor, identifyWith, sessionStore } from "@digihulp/access/session";
import type { Identity } from "@digihulp/access/session";
import { brusselsWallTime } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { openTable } from "@digihulp/store";
import type { TestTable } from "@digihulp/testing";
import { makeSite } from "@digihulp/web";
import type { HttpResponse, Note } from "@digihulp/web";
import type { SignInDeps } from "../sign-in-deps.ts";
import { signInRoutes } from "../sign-in-routes.ts";
import { openIssuer } from "../sign-in/issuer.ts";
import { openBrowser } from "./browser.ts";
import type { Browser } from "./browser.ts";
import type { Someone, TestIssuer } from "./issuer.ts";

export const ORIGIN = "https://site.example";

/** The pages for signing in, on a table and an issuer of a test. */
export type SignInSite = {
  readonly deps: SignInDeps;
  /** What would stand in the log. */
  readonly notes: Note[];
  /** Another browser, with the cookies of one if somebody copied them. */
  readonly browse: (copied?: Browser["cookies"], changed?: Partial<SignInDeps>) => Browser;
  /** Goes to the issuer and comes back as somebody. */
  readonly signIn: (browser: Browser, who: Someone, naar?: string) => Promise<HttpResponse>;
  /** Who the rest of the site takes this browser for. */
  readonly identify: (browser: Browser) => Promise<Identity>;
  readonly countOf: (type: string) => Promise<number>;
};

type Around = {
  readonly region: RegionDefinition;
  readonly fixture: TestTable;
  readonly issuer: TestIssuer;
  readonly now: () => number;
};

/** Where an answer sends the browser, by status or by header. */
export const goesTo = ({ headers }: HttpResponse): string =>
  headers["location"] ?? headers["refresh"]?.replace("0; url=", "") ?? "";

function depsOf({ region, fixture, issuer, now }: Around): SignInDeps {
  const table = openTable({
    definition: fixture.definition,
    sessions: fixture.sessions,
    now,
    pause: async () => {},
  });
  const { url, clientId } = issuer;
  const settings = { issuer: url, clientId, origin: ORIGIN, logoutEndpoint: undefined, now };
  return { table, sessions: sessionStore(table, region), issuer: openIssuer(settings), now };
}

/** Opens the pages for signing in. */
export function signInSite(around: Around): SignInSite {
  const { region, fixture, issuer, now } = around;
  const deps = depsOf(around);
  const notes: Note[] = [];
  const site = {
    region,
    origin: ORIGIN,
    now: () => brusselsWallTime(now()),
    identify: everybodyIsAVisitor,
    note: (note: Note) => void notes.push(note),
  };
  const verifyToken = () => Promise.resolve(undefined);
  const identify = identifyWith({ region, sessions: deps.sessions, verifyToken, now });
  return {
    deps,
    notes,
    browse: (copied, changed = {}) =>
      openBrowser(makeSite(signInRoutes, { ...deps, ...changed }, site), copied),
    signIn: async (browser, who, naar = "/registratie") => {
      const begun = await browser.get(`/aanmelden?naar=${encodeURIComponent(naar)}`);
      return browser.get(issuer.approve(goesTo(begun), who));
    },
    identify: (browser) => identify({ cookies: { ...browser.cookies }, authorization: undefined }),
    countOf: async (type) => (await fixture.rows()).filter((row) => row["type"] === type).length,
  };
}
