import { createHash } from "node:crypto";
import * as z from "zod/mini";
import type { Attributes, Item } from "./item.ts";
import type { Key } from "./key.ts";

/** What makes a command recognisable: the caller's key, and a hash of what was asked. */
export type Idempotency = {
  /** Verb of the command, so that one key on two routes is two commands. */
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: string;
};

const DAY_SECONDS = 86_400;
/** A retry after a weekend, or from a browser's restored tab, still answers the same. */
const KEPT_DAYS = 7;

const Stored = z.object({ bodyHash: z.string(), answer: z.unknown() });

export type StoredAnswer = z.infer<typeof Stored>;

/** Hash of a command as it was asked; keys are sorted, so the order of a form does not matter. */
export function bodyHash(command: Attributes): string {
  const sorted = Object.entries(command).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("base64url");
}

/** Where the answer to a command stands; the caller's key is hashed, as it may be anything. */
export const idempotencyKey = ({ operation, key }: Idempotency): Key => ({
  partition: ["idempotency", operation, createHash("sha256").update(key).digest("base64url")],
  sort: "answer",
});

/** The row that remembers the answer. `now` in milliseconds since 1970. */
export const idempotencyItem = (of: Idempotency, answer: unknown, now: number): Item => ({
  key: idempotencyKey(of),
  type: "idempotency",
  version: 1,
  attributes: { bodyHash: of.bodyHash, answer },
  expiresAt: Math.floor(now / 1000) + KEPT_DAYS * DAY_SECONDS,
});

/** What was answered before, if anything. */
export const storedAnswer = (attributes: Attributes | undefined): StoredAnswer | undefined =>
  attributes && Stored.parse(attributes);
