import type { Actor, Scope } from "@digihulp/access";
import type { OrganisationId } from "@digihulp/region";
import type { Table } from "@digihulp/store";
import type { Card } from "../domain/client.ts";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import type { Question } from "../domain/question.ts";
import { cardFrom, cardKey } from "../store/client-items.ts";
import { questionFrom, questionKey } from "../store/question-item.ts";

type Deps = { readonly table: Table };

export type SeeReferral = {
  readonly actor: Actor;
  readonly person: PersonId;
  readonly question: QuestionId;
  /** Decides again once it is known who referred the person. */
  readonly mayRead: (referredBy: OrganisationId | undefined) => boolean;
};
export type SeenReferral = { readonly card: Card; readonly question: Question };

/** One person whom the own organisation referred, and how it stands; the look is written down. */
export const seeReferral =
  ({ table }: Deps) =>
  async (scope: Scope, asked: SeeReferral): Promise<SeenReferral | undefined> => {
    const { person, question: id, actor } = asked;
    const scoped = table.within(scope);
    const [card, row] = await scoped.load([cardKey(person), questionKey(person, id)]);
    if (!card || !row) return undefined;
    const { question } = questionFrom(row);
    if (!asked.mayRead(question.referredBy)) return undefined;
    await scoped.commit({
      writes: [],
      event: { name: "client-seen", actor, subject: person, detail: {} },
    });
    return { card: cardFrom(card), question };
  };
