import type { Site } from "../../support/site.ts";
import { VISITOR, type Caller } from "../callers.ts";
import type { Owner, RouteCase } from "../cases.ts";
import { leaksIn } from "../leaks.ts";
import type { WalkedRoute } from "../route-tables.ts";
import { pathOf, type Cases, type Step } from "../walk.ts";
import type { Call } from "./call.ts";
import { referrersHiddenFrom, secretsFrom } from "./rights.ts";
import { send } from "./send.ts";
import type { Marked, World } from "./world.ts";

export type Tried = Step & {
  readonly isAllowed: boolean;
  /** Told apart only from calls that ask in the same way. */
  readonly way: string;
};

export type Planned = {
  readonly route: WalkedRoute;
  readonly caller: Caller;
  readonly call: Call;
  readonly isAllowed: boolean;
};

const keyOf = ({ method, path }: WalkedRoute): string => `${method} ${path}`;
const isProgram = ({ name }: Caller): boolean => name.startsWith("program ");
const isRefused = ({ name }: Caller): boolean => name.startsWith("a token");
/** The edge hands a token on to the API alone: the pages and the calendar are for browsers. */
const isApi = ({ path }: WalkedRoute): boolean => /^\/(api\/|health$)/.test(path);
/** Before who signs in nobody is a member, so no token is looked at. */
const isSignIn = ({ path }: WalkedRoute): boolean => /^\/(aanmelden|afmelden|werkplek)/.test(path);

/** What everybody may ask, as the visitors' walk asks it. */
const openCalls = (cases: readonly RouteCase[]): Call[] =>
  cases.map(({ params, query, body, status }) => ({
    thing: "none",
    may: ["everybody"],
    way: String(status(VISITOR)),
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(body === undefined ? {} : { body }),
  }));

type Known = {
  readonly calls: Readonly<Record<string, () => readonly Call[]>>;
  readonly cases: Cases;
};

/** Every call of every route by every caller, those that must be refused first. */
export function plan({ callers }: World, routes: readonly WalkedRoute[], known: Known): Planned[] {
  const all = routes.flatMap((route) =>
    callers.flatMap((caller) => {
      const calls = known.calls[keyOf(route)]?.() ?? openCalls(known.cases[keyOf(route)] ?? []);
      return calls.map((call): Planned => {
        const isOpen = call.may.includes("everybody") && !(isApi(route) && isRefused(caller));
        return { route, caller, call, isAllowed: isOpen || call.may.includes(caller.name) };
      });
    }),
  );
  const rank = ({ isAllowed, route: { method, path } }: Planned): number =>
    isAllowed ? 1 + ["GET", "POST", "DELETE"].indexOf(method) + (path === "/afmelden" ? 9 : 0) : 0;
  return all.toSorted((one, other) => rank(one) - rank(other));
}

function ownerOf({ call: { thing }, isAllowed }: Planned): Owner {
  if (isAllowed) return "own";
  if (thing === "none" || thing === "nonsense") return "everybody";
  return thing === "nobody" ? "nobody" : "other-tenant";
}

/** The statuses that a caller without the right may get: a visitor is asked to sign in. */
function refusals({ route, caller, call }: Planned): number[] {
  if (isRefused(caller)) return [401];
  if (caller.who === "visitor")
    return route.kind === "page" && route.method === "GET" ? [303] : [401];
  // An id that is none is told apart from one that is nobody's: there is no secret in it.
  return call.thing === "nonsense" ? [404, 422] : [404];
}

const ON_THE_WAY_IN = [200, 303, 400, 404, 422];

function expected(planned: Planned): number[] {
  const { route, caller, call, isAllowed } = planned;
  if (!isAllowed) return refusals(planned);
  if (call.may.includes("everybody")) return isSignIn(route) ? ON_THE_WAY_IN : [Number(call.way)];
  // Pages are for people: what a program may do, it does by the API.
  return isProgram(caller) && route.kind === "page" ? [200, 303, 404, 409] : [200, 303, 409];
}

const digits = (text: string): string => text.replaceAll(/\D/g, "");

/** What an answer holds of people whom the caller may not see, and the request did not name. */
export function peopleIn(
  answer: { readonly text: string; readonly headers: object },
  {
    caller,
    asked,
    people,
  }: { caller: string; asked: readonly string[]; people: readonly Marked[] },
): string[] {
  const said = `${answer.text}\n${JSON.stringify(answer.headers)}`;
  const given = asked.join("\n");
  const isTold = (secret: string): boolean =>
    /^[\d ]+$/.test(secret)
      ? digits(said).includes(digits(secret).slice(1)) && !digits(given).includes(digits(secret))
      : said.toLowerCase().includes(secret.toLowerCase()) && !given.includes(secret);
  return people.flatMap((person) =>
    secretsFrom(caller, person)
      .filter(isTold)
      .map((secret) => `shows "${secret}" of the person ${person.thing}`),
  );
}

function textsIn(body: Call["body"]): string[] {
  if (body === undefined) return [];
  return typeof body === "string"
    ? [...new URLSearchParams(body).values(), body, body.replaceAll("&", "&amp;")]
    : Object.values(body).filter((value) => typeof value === "string");
}

/** Everything that was asked, the longest first, so that a whole goes before its parts. */
const askedIn = ({ params = {}, query = {}, body }: Call): string[] =>
  [...Object.values(params), ...Object.values(query), ...textsIn(body)]
    .filter((one) => one !== "")
    .toSorted((one, other) => other.length - one.length);

/** What people can ask help with names VDAB too. */
const withoutThemes = (text: string): string => text.replaceAll(/<option[^]*?<\/option>/g, "");
const REFERRERS = /vdab|avansa|referred|may-refer|toegeleid door/i;

/** Makes one call, and says what is wrong with its answer. */
export async function tried(site: Site, world: World, planned: Planned): Promise<Tried> {
  const { route, caller, call, isAllowed } = planned;
  const path = pathOf(route, call);
  const answer = await send(site, caller)(route.method, path, call.body);
  const asked = askedIn(call);
  const allowed = expected(planned);
  const wrongStatus = allowed.includes(answer.status)
    ? []
    : [`answers ${answer.status} instead of ${allowed.join(" or ")}`];
  const isSentToSignIn =
    isAllowed &&
    !isSignIn(route) &&
    String(answer.headers["location"] ?? "").startsWith("/aanmelden");
  const namesReferrer =
    /registrat/.test(route.path) &&
    referrersHiddenFrom(caller.name) &&
    REFERRERS.test(withoutThemes(answer.text));
  return {
    call: `${route.method} ${path} as ${caller.name} (${call.thing}${call.way ? `, ${call.way}` : ""})`,
    caller,
    route,
    owner: ownerOf(planned),
    asked,
    answer,
    isAllowed,
    way: call.way ?? "",
    faults: [
      ...wrongStatus,
      ...(isSentToSignIn ? ["is sent to sign in"] : []),
      ...(namesReferrer ? ["says who referred somebody"] : []),
      ...leaksIn(route, answer, { regionId: "leie-schelde", asked: path }),
      ...peopleIn(answer, { caller: caller.name, asked, people: world.people }),
    ],
  };
}
