import type { Scope } from "@digihulp/access";
import type { PersonCard } from "@digihulp/people";
import type { Table } from "@digihulp/store";
import type { PublicAgenda } from "./store/public-agenda.ts";

/** What these pages show of a person: never a copy, asked for each time. */
export type PersonName = Pick<PersonCard, "id" | "name" | "language">;

/** The cards of people of this scope; who is not known there is not in the answer. One batch read. */
export type CardsOf = (
  scope: Scope,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, PersonName>>;

/** What the pages and the API of the agenda need. */
export type AgendaDeps = {
  readonly agenda: PublicAgenda;
  /** The agenda's own table, for who books and who keeps attendance. */
  readonly table: Table;
  readonly cards: CardsOf;
};
