import type { Scope } from "@digihulp/access";
import { isId } from "@digihulp/kernel";
import type { ScopedTable, Table } from "@digihulp/store";
import * as z from "zod/mini";
import { CARD_ATTRIBUTES, PersonCard, personCardKey } from "./person-card.ts";
import type { PersonId } from "./person-card.ts";

export type PersonCards = {
  /** The cards of these people, by id; who is not known in this scope is not in it. */
  readonly of: (scope: Scope, ids: readonly string[]) => Promise<ReadonlyMap<string, PersonCard>>;
};

// BatchGetItem takes at most 100 keys.
const MOST_PER_READ = 100;

const isPersonId = isId("per");

async function cards(table: ScopedTable, ids: readonly PersonId[]): Promise<PersonCard[]> {
  const rows = await table.loadOnly(CARD_ATTRIBUTES, ids.map(personCardKey));
  return rows.flatMap((row) => (row ? [z.parse(PersonCard, row)] : []));
}

/**
 * The person cards in the registration's table, for a role that may see no more of it. One batch read per
 * hundred people, at once; nobody keeps a copy. Throws for a row that is no card.
 */
export const personCards = (table: Table): PersonCards => ({
  of: async (scope, ids) => {
    const known = [...new Set(ids)].filter(isPersonId);
    if (known.length === 0) return new Map();
    const scoped = table.within(scope);
    const reads = Array.from({ length: Math.ceil(known.length / MOST_PER_READ) }, (_, at) =>
      cards(scoped, known.slice(at * MOST_PER_READ, (at + 1) * MOST_PER_READ)),
    );
    return new Map((await Promise.all(reads)).flat().map((card) => [card.id, card]));
  },
});
