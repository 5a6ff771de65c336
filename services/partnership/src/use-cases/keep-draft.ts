import type { Scope } from "@digihulp/access";
import { newToken, SESSION_COOKIE, sessionCookie, tokenHash } from "@digihulp/access/session";
import type { SignInDeps } from "../sign-in-deps.ts";
import { draftFrom, draftItem, draftKey } from "../store/sign-in-rows.ts";
import type { Draft } from "../store/sign-in-rows.ts";

export type SentForm = {
  readonly browser: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly path: string;
  readonly body: string;
};

/** Keeps a form that was sent when the session had ended; answers under which id. */
export const keepDraft =
  ({ table, sessions, now }: SignInDeps) =>
  async (scope: Scope, { browser, cookies, path, body }: SentForm): Promise<string> => {
    const cookie = sessionCookie(cookies[SESSION_COOKIE]);
    // A session that was left alone ended, but its row still says whose words these are.
    const before = cookie && (await sessions.find(cookie));
    const id = newToken();
    const draft = { browser: tokenHash(browser), member: before?.session.member, path, body };
    await table.within(scope).putNewer(draftItem(id, draft, now()));
    return id;
  };

/** A draft that this browser kept, if it is still there. */
export const findDraft =
  ({ table }: SignInDeps) =>
  async (scope: Scope, id: string, browser: string): Promise<Draft | undefined> => {
    if (!/^[\w-]{43}$/.test(id)) return undefined;
    const [row] = await table.within(scope).load([draftKey(id)]);
    const draft = row && draftFrom(row);
    return draft?.browser === tokenHash(browser) ? draft : undefined;
  };
