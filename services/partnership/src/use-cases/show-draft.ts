import type { MemberId, Scope } from "@digihulp/access";
import type { SignInDeps } from "../sign-in-deps.ts";
import { draftKey, shownDraftItem } from "../store/sign-in-rows.ts";
import type { Draft } from "../store/sign-in-rows.ts";
import { findDraft } from "./keep-draft.ts";

export type DraftAsked = {
  readonly id: string;
  readonly browser: string;
  readonly member: MemberId;
};

/**
 * Gives a draft back to who wrote it, in the browser it was written in. Once shown it is gone in five
 * minutes: time enough to load the page again. Somebody else's is thrown away, and never shown.
 */
export const showDraft =
  (deps: SignInDeps) =>
  async (scope: Scope, { id, browser, member }: DraftAsked): Promise<Draft | undefined> => {
    const draft = await findDraft(deps)(scope, id, browser);
    if (!draft) return undefined;
    const scoped = deps.table.within(scope);
    if (draft.member !== undefined && draft.member !== member) {
      await scoped.remove(draftKey(id));
      return undefined;
    }
    await scoped.putNewer(shownDraftItem(id, draft, deps.now()));
    return draft;
  };
