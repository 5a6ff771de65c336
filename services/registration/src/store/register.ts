import type { Scope } from "@digihulp/access";
import type { Attributes, ScopedTable, Table } from "@digihulp/store";
import * as z from "zod/mini";
import type { Card, File } from "../domain/client.ts";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import { askedAt } from "../domain/ids.ts";
import { isMeant, MOST_FOUND } from "../domain/search.ts";
import { cardFrom, cardKey, fileFrom, fileKey, personPartition } from "./client-items.ts";
import { questionFrom, WaitingEntry, waitingSort } from "./question-item.ts";
import type { StoredQuestion } from "./question-item.ts";

export type Known = { readonly card: Card; readonly file: File };
export type KnownWithQuestions = Known & { readonly questions: readonly StoredQuestion[] };
export type WaitingPage = { readonly entries: readonly WaitingEntry[]; readonly hasMore: boolean };

/** The people of one municipality, as lists read them. */
export type Register = {
  /** People who are meant by what was typed; one round trip for some five thousand people. */
  readonly named: (scope: Scope, typed: string) => Promise<PersonId[]>;
  /** What tells people of one name apart. */
  readonly known: (scope: Scope, ids: readonly PersonId[]) => Promise<Known[]>;
  readonly person: (scope: Scope, id: PersonId) => Promise<KnownWithQuestions | undefined>;
  /** The waiting list, who waits longest first. */
  readonly waiting: (
    scope: Scope,
    page: { readonly size: number; readonly after?: QuestionId | undefined },
  ) => Promise<WaitingPage>;
};

// Sorts after every time and every id.
const LAST = "~";

async function named(table: ScopedTable, typed: string): Promise<PersonId[]> {
  const found: PersonId[] = [];
  const meant = isMeant(typed);
  const asked = { partition: ["names"], index: "byName" };
  for (let page = await table.query(asked); ;) {
    found.push(
      ...page.rows
        .map(cardFrom)
        .filter(meant)
        .map(({ id }) => id),
    );
    if (!page.after || found.length >= MOST_FOUND) return found.slice(0, MOST_FOUND);
    page = await table.query({ ...asked, after: page.after });
  }
}

function personFrom(rows: readonly Attributes[]): KnownWithQuestions | undefined {
  const [card] = rows.filter(({ type }) => type === "card");
  const [file] = rows.filter(({ type }) => type === "file");
  const questions = rows.filter(({ type }) => type === "question").map(questionFrom);
  return card && file && { card: cardFrom(card), file: fileFrom(file), questions };
}

async function known(table: ScopedTable, ids: readonly PersonId[]): Promise<Known[]> {
  if (ids.length === 0) return [];
  const rows = await table.load(ids.flatMap((id) => [cardKey(id), fileKey(id)]));
  return ids.flatMap((_, at) => {
    const [card, file] = rows.slice(at * 2, at * 2 + 2);
    return card && file ? [{ card: cardFrom(card), file: fileFrom(file) }] : [];
  });
}

/** The register in the service's own table. */
export const register = (table: Table): Register => ({
  named: (scope, typed) => named(table.within(scope), typed),
  known: (scope, ids) => known(table.within(scope), ids),
  person: async (scope, id) => {
    const { rows } = await table.within(scope).query({ partition: personPartition(id) });
    return personFrom(rows);
  },
  waiting: async (scope, { size, after }) => {
    const from = after ? `${waitingSort({ id: after, createdAt: askedAt(after) })} ` : "";
    const { rows } = await table.within(scope).query({
      partition: ["waiting"],
      index: "waiting",
      limit: size + 1,
      ...(after ? { between: [from, LAST] as const } : {}),
    });
    const entries = rows.map((row) => z.parse(WaitingEntry, row));
    return { entries: entries.slice(0, size), hasMore: entries.length > size };
  },
});
