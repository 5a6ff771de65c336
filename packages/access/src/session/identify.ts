import type { RegionDefinition } from "@digihulp/region";
import type { Actor } from "../actor.ts";
import { VISITOR } from "../actor.ts";
import { membershipOfGroup, membershipOfScope } from "../identity.ts";
import { seenCookie, SESSION_COOKIE, sessionCookie } from "./cookies.ts";
import { liveSession } from "./live-session.ts";
import type { SessionStore } from "./session-store.ts";
import type { VerifyToken } from "./token.ts";

/** What a request says of who sends it. */
export type Credentials = {
  readonly cookies: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
};

/** Who sends a request, and what the page may show of it. */
export type Identity = {
  readonly actor: Actor;
  /** The member's own name, for the head of the page. */
  readonly name?: string;
  /** Why a credential that was given does not count; a visitor without one has no reason. */
  readonly refused?: "session-ended" | "token-refused";
  /** Cookies to set with the answer. */
  readonly cookies: readonly string[];
};

export type Identify = (credentials: Credentials) => Promise<Identity>;

export type IdentifyDeps = {
  readonly region: RegionDefinition;
  readonly sessions: SessionStore;
  readonly verifyToken: VerifyToken;
  readonly now: () => number;
};

const visitor = (refused?: Identity["refused"]): Identity => ({
  actor: VISITOR,
  cookies: [],
  ...(refused ? { refused } : {}),
});

async function program({ region, sessions, verifyToken }: IdentifyDeps, token: string) {
  const verified = await verifyToken(token);
  const membership = verified && membershipOfScope(region, verified.scope);
  if (!membership) return visitor("token-refused");
  const grants =
    membership.role === "partner" ? await sessions.grantsOf(membership.organisation) : [];
  const actor: Actor = { kind: "program", client: verified.client, membership, grants };
  return { actor, cookies: [] };
}

async function member(deps: IdentifyDeps, cookies: Credentials["cookies"]): Promise<Identity> {
  const { region, now } = deps;
  if (!sessionCookie(cookies[SESSION_COOKIE])) return visitor();
  const live = await liveSession(deps, cookies);
  const membership = live?.session.group && membershipOfGroup(region, live.session.group);
  if (!live || !membership) return visitor("session-ended");
  const { session, cookie, idle } = live;
  // The cookie only says whose grants to read; another organisation's grants count for nothing.
  const isOwn = membership.role === "partner" && membership.organisation === cookie.organisation;
  const actor: Actor = {
    kind: "member",
    member: session.member,
    membership,
    grants: isOwn ? live.grants : [],
  };
  const { name, sealKey } = session;
  return { actor, name, cookies: idle > 0 ? [seenCookie(sealKey, now())] : [] };
}

/** Finds out who sends a request, with at most one read. What is not proven is a visitor. */
export const identifyWith =
  (deps: IdentifyDeps): Identify =>
  ({ cookies, authorization }) => {
    const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? "") ?? [];
    if (token) return program(deps, token);
    return authorization ? Promise.resolve(visitor("token-refused")) : member(deps, cookies);
  };

/** For a service that has no pages for members: whatever a request carries, it comes from a visitor. */
export const everybodyIsAVisitor: Identify = () => Promise.resolve(visitor());
