import type { Actor, Membership, Scope } from "@digihulp/access";
import { membershipOfGroup, VISITOR } from "@digihulp/access";
import {
  newToken,
  SESSION_COOKIE,
  sessionCookie,
  sessionItem,
  tokenHash,
} from "@digihulp/access/session";
import type { StoredSession } from "@digihulp/access/session";
import { accept, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import type { ScopedTable } from "@digihulp/store";
import { knownGroups, startingGroup } from "../sign-in/place-of-work.ts";
import type { SignInDeps } from "../sign-in-deps.ts";
import type { Person } from "../sign-in/person.ts";
import { attemptFrom, attemptKey } from "../store/sign-in-rows.ts";
import type { Attempt } from "../store/sign-in-rows.ts";

/** What the browser brings back from the issuer. */
export type SignInReturn = {
  readonly region: RegionDefinition;
  readonly browser: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
};

/** Where a sign-in was going, so that trying again goes there too. */
export type Goal = Pick<Attempt, "to" | "draft">;

export type SignedIn = {
  readonly token: string;
  readonly session: StoredSession;
  readonly membership: Membership | undefined;
  readonly goal: Goal;
};

export type SignInRefusal = {
  readonly kind:
    | "unknown-attempt"
    | "other-browser"
    | "issuer-refused"
    | "not-trusted"
    | "no-place";
  readonly goal?: Goal;
};

/** Signing in again ends the session that this browser had, and keeps the same person's place of work. */
async function endSessionBefore({ sessions }: SignInDeps, { cookies }: SignInReturn, who: Person) {
  const cookie = sessionCookie(cookies[SESSION_COOKIE]);
  const before = cookie && (await sessions.find(cookie));
  if (!cookie || !before) return undefined;
  await sessions.close(cookie.token);
  return before.session.member === who.member ? before.session.group : undefined;
}

const actorOf = (session: StoredSession, membership: Membership | undefined): Actor =>
  membership ? { kind: "member", member: session.member, membership, grants: [] } : VISITOR;

type Opening = Pick<SignedIn, "session" | "membership"> & { readonly state: string };

/** One commit: the attempt is spent, the session stands, and the trail says so. */
async function open(scoped: ScopedTable, { state, session, membership }: Opening) {
  const token = newToken();
  const outcome = await scoped.commit({
    writes: [
      { kind: "remove", key: attemptKey(state), readVersion: 1 },
      { kind: "create", item: sessionItem(token, session) },
    ],
    event: {
      name: "member-signed-in",
      actor: actorOf(session, membership),
      subject: session.member,
      detail: { group: session.group ?? null },
    },
  });
  return outcome.kind === "done" ? token : undefined;
}

/**
 * Finishes a sign-in that came back: opens a session for somebody whom the issuer knows and the region has
 * a place for. Each attempt opens one session at most; a refused one is spent.
 */
export const finishSignIn =
  (deps: SignInDeps) =>
  async (scope: Scope, back: SignInReturn): Promise<Result<SignedIn, SignInRefusal>> => {
    const { region, browser, query } = back;
    const state = query.get("state") ?? "";
    const scoped = deps.table.within(scope);
    const [row] = await scoped.load([attemptKey(state)]);
    if (!row) return refuse({ kind: "unknown-attempt" });
    const { nonce, verifier, to, draft, ...attempt } = attemptFrom(row);
    if (attempt.browser !== tokenHash(browser)) return refuse({ kind: "other-browser" });

    const goal: Goal = { to, draft };
    const spent = async (kind: SignInRefusal["kind"]) => {
      await scoped.remove(attemptKey(state));
      return refuse({ kind, goal });
    };
    const returned = await deps.issuer.whoReturned(query, { state, nonce, verifier });
    // Two loads of one answer: the other one holds the code and may still need the attempt.
    if (returned.kind === "code-spent") return refuse({ kind: "unknown-attempt", goal });
    if (returned.kind !== "person") return spent(returned.kind);
    const { member, name, groups: named } = returned.person;
    const groups = knownGroups(region, named);
    if (groups.length === 0) return spent("no-place");

    const group = startingGroup(groups, await endSessionBefore(deps, back, returned.person));
    const membership = group ? membershipOfGroup(region, group) : undefined;
    const session = { member, name, groups, group, startedAt: deps.now(), sealKey: newToken() };
    const token = await open(scoped, { state, session, membership });
    return token
      ? accept({ token, session, membership, goal })
      : refuse({ kind: "unknown-attempt", goal });
  };
