import { createHash } from "node:crypto";
import { isId } from "@digihulp/kernel";
import type { Attributes, Item, Key, Write } from "@digihulp/store";
import * as z from "zod/mini";
import { likenesses } from "../domain/client.ts";
import type { Card } from "../domain/client.ts";
import type { PersonId } from "../domain/ids.ts";

const StoredAlike = z.object({
  people: z.array(z.custom<PersonId>(isId("per"))),
  version: z.number(),
});

// The desk can tell so many apart; of a name that more people share, the last ones are shown.
const MOST_PEOPLE = 20;

// Hashed, because keys turn up where attributes do not: in traces and in the audit trail of the table.
const keyOf = (likeness: string): Key => ({
  partition: ["alike", createHash("sha256").update(likeness).digest("base64url")],
  sort: "alike",
});

/** Where the people stand who have this name or number. */
export const alikeKeys = (person: Pick<Card, "name" | "reach">): Key[] =>
  likenesses(person).map(keyOf);

/** The people in these rows, each once. */
export const peopleIn = (rows: readonly (Attributes | undefined)[]): PersonId[] => [
  ...new Set(rows.flatMap((row) => (row ? z.parse(StoredAlike, row).people : []))),
];

const alikeItem = (key: Key, people: readonly PersonId[], version: number): Item => ({
  key,
  type: "alike",
  version,
  attributes: { people: people.slice(-MOST_PEOPLE) },
});

/**
 * Adds a person to these rows, as they were read: two desks that register somebody of the same name at
 * once write the same row, so the second is decided anew and sees the first.
 */
export const withPerson = (
  keys: readonly Key[],
  rows: readonly (Attributes | undefined)[],
  person: PersonId,
): Write[] =>
  keys.map((key, at) => {
    const row = rows[at];
    if (!row) return { kind: "create", item: alikeItem(key, [person], 1) };
    const { people, version } = z.parse(StoredAlike, row);
    const item = alikeItem(key, [...people, person], version + 1);
    return { kind: "replace", item, readVersion: version };
  });
