import type { Answered } from "../support/ask.ts";
import type { Site } from "../support/site.ts";
import { headersOf, type Caller } from "./callers.ts";
import type { Owner, RouteCase } from "./cases.ts";
import { leaksIn } from "./leaks.ts";
import type { WalkedRoute } from "./route-tables.ts";

export type Cases = Readonly<Record<string, readonly RouteCase[]>>;

/** One call of one route by one caller, and what was wrong with its answer. */
export type Step = {
  readonly call: string;
  readonly caller: Caller;
  readonly route: WalkedRoute;
  readonly owner: Owner;
  /** What of the call an answer may give back. */
  readonly asked: readonly string[];
  readonly answer: Answered;
  readonly faults: readonly string[];
};

export type Walk = {
  readonly site: Site;
  readonly regionId: string;
  readonly routes: readonly WalkedRoute[];
  readonly cases: Cases;
  readonly callers: readonly Caller[];
};

const keyOf = ({ method, path }: WalkedRoute): string => `${method} ${path}`;

/** Routes that nobody said how to call, one sentence each. */
export const routesWithoutCase = (routes: readonly WalkedRoute[], cases: Cases): string[] =>
  routes
    .filter((route) => (cases[keyOf(route)] ?? []).length === 0)
    .map(
      (route) => `${keyOf(route)} of ${route.service} has no case: say in cases.ts who gets what`,
    );

/** Cases of routes that no service has any more. */
export const casesWithoutRoute = (routes: readonly WalkedRoute[], cases: Cases): string[] =>
  Object.keys(cases).filter((key) => routes.every((route) => keyOf(route) !== key));

/** Where a case of a route is called. */
export function pathOf(
  { path }: WalkedRoute,
  { params = {}, query = {} }: Pick<RouteCase, "params" | "query">,
): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? name),
  );
  const search = new URLSearchParams(query).toString();
  return search === "" ? filled : `${filled}?${search}`;
}

/** What a browser says when a form of our own page is sent. */
const FROM_OUR_PAGES = {
  "sec-fetch-site": "same-origin",
  "content-type": "application/x-www-form-urlencoded",
};

async function step(walk: Walk, route: WalkedRoute, taken: { one: RouteCase; caller: Caller }) {
  const { one, caller } = taken;
  const path = pathOf(route, one);
  const answer = await walk.site.ask(path, {
    method: route.method,
    headers: { ...(route.method === "GET" ? {} : FROM_OUR_PAGES), ...headersOf(caller) },
    ...(one.body === undefined ? {} : { body: one.body }),
  });
  const call = `${route.method} ${path} as ${caller.name}`;
  const expected = one.status(caller);
  const unexpected =
    answer.status === expected ? [] : [`answers ${answer.status} instead of ${expected}`];
  const faults = [
    ...unexpected,
    ...leaksIn(route, answer, { regionId: walk.regionId, asked: path }),
  ];
  const asked = [...Object.values(one.params ?? {}), ...Object.values(one.query ?? {})];
  return { call, caller, route, owner: one.owner, asked, answer, faults } satisfies Step;
}

/** Calls every route in every case as every caller. */
export async function walked(walk: Walk): Promise<Step[]> {
  const steps: Step[] = [];
  for (const route of walk.routes)
    for (const one of walk.cases[keyOf(route)] ?? [])
      for (const caller of walk.callers) steps.push(await step(walk, route, { one, caller }));
  return steps;
}

const UNIQUE = ["date", "x-cache", "age", "keep-alive", "connection", "content-length"];

/** Says in which minute a member was here. */
const SEEN = "__Host-gezien=";

/** An answer without what differs between any two: its moment, and what was asked. */
function substance({ answer, asked }: Step): string {
  const headers = Object.entries(answer.headers).filter(
    ([name, value]) => !UNIQUE.includes(name) && !String(value).startsWith(SEEN),
  );
  const said = JSON.stringify([answer.status, headers, answer.text]);
  return asked.reduce((rest, word) => rest.replaceAll(word, ""), said);
}

/** Pairs of answers that tell somebody else's thing from a thing that does not exist. */
export function tellingApart(steps: readonly Step[]): string[] {
  const absent = steps.filter(({ owner }) => owner !== "everybody" && owner !== "own");
  return absent.flatMap((one, at) =>
    absent
      .slice(at + 1)
      .filter(({ route, caller }) => route === one.route && caller === one.caller)
      .filter((other) => other.owner !== one.owner && field(other) === field(one))
      .filter((other) => substance(other) !== substance(one))
      .map((other) => `${one.call} and ${other.call} differ`),
  );
}

/** The field that a case asks by; answers about different fields differ for a good reason. */
const field = ({ call }: Step): string => /[?](\w+)=/.exec(call)?.[1] ?? "";
