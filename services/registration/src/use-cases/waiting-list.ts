import type { Scope } from "@digihulp/access";
import type { PersonCard, PersonCards } from "@digihulp/people";
import type { QuestionId } from "../domain/ids.ts";
import type { Register } from "../store/register.ts";
import type { WaitingEntry } from "../store/question-item.ts";

type Deps = { readonly register: Register; readonly cards: PersonCards };

export type WaitingPerson = WaitingEntry & { readonly card: PersonCard };
export type WaitingList = {
  readonly people: readonly WaitingPerson[];
  readonly hasMore: boolean;
  /** The last question of this page. */
  readonly last: QuestionId | undefined;
};
export type AskWaiting = { readonly size: number; readonly after?: QuestionId | undefined };

/** Who waits, longest first, each by name: two round trips. */
export const waitingList =
  ({ register, cards }: Deps) =>
  async (scope: Scope, asked: AskWaiting): Promise<WaitingList> => {
    const { entries, hasMore } = await register.waiting(scope, asked);
    const known = await cards.of(
      scope,
      entries.map(({ person }) => person),
    );
    const people = entries.flatMap((entry) => {
      const card = known.get(entry.person);
      return card ? [{ ...entry, card }] : [];
    });
    return { people, hasMore, last: entries.at(-1)?.id };
  };
