import type { MemberId } from "@digihulp/access";
import { tokenHash } from "@digihulp/access/session";
import type { Attributes, Item, Key } from "@digihulp/store";
import * as z from "zod/mini";

const isMember = (value: unknown): value is MemberId => typeof value === "string" && value !== "";

const StoredAttempt = z.object({
  nonce: z.string(),
  verifier: z.string(),
  /** Hash of the secret of the browser that started it. */
  browser: z.string(),
  /** Path to go to afterwards. */
  to: z.string(),
  draft: z.optional(z.string()),
});

/** A sign-in that was started and has not come back yet. */
export type Attempt = z.infer<typeof StoredAttempt>;

const StoredDraft = z.object({
  /** Hash of the secret of the browser in which it was written. */
  browser: z.string(),
  /** Who wrote it, as far as the ended session still says so. */
  member: z.optional(z.custom<MemberId>(isMember)),
  path: z.string(),
  /** The form as it was sent, still encoded. */
  body: z.string(),
});

/** A form that was sent when the session had ended. */
export type Draft = z.infer<typeof StoredDraft>;

const MINUTE = 60;
const ATTEMPT_MINUTES = 10;
const DRAFT_MINUTES = 30;
/** After it was shown, a draft is there for a page that is loaded again and no longer. */
const SHOWN_MINUTES = 5;

const after = (now: number, minutes: number): number => Math.floor(now / 1000) + minutes * MINUTE;

export const attemptKey = (state: string): Key => ({
  partition: ["sign-in", tokenHash(state)],
  sort: "attempt",
});

/** A started sign-in; one with a draft may take as long as the draft is kept. `now` in milliseconds. */
export const attemptItem = (state: string, attempt: Attempt, now: number): Item => ({
  key: attemptKey(state),
  type: "sign-in",
  version: 1,
  attributes: attempt,
  expiresAt: after(now, attempt.draft ? DRAFT_MINUTES : ATTEMPT_MINUTES),
});

export const attemptFrom = (row: Attributes): Attempt => z.parse(StoredAttempt, row);

export const draftKey = (draft: string): Key => ({ partition: ["draft", draft], sort: "draft" });

export const draftItem = (id: string, draft: Draft, now: number): Item => ({
  key: draftKey(id),
  type: "draft",
  version: 1,
  attributes: draft,
  expiresAt: after(now, DRAFT_MINUTES),
});

/** The same draft, about to be gone. */
export const shownDraftItem = (id: string, draft: Draft, now: number): Item => ({
  ...draftItem(id, draft, now),
  version: 2,
  expiresAt: after(now, SHOWN_MINUTES),
});

export const draftFrom = (row: Attributes): Draft => z.parse(StoredDraft, row);
