import type { Actor, Scope } from "@digihulp/access";
import type { PersonCard, PersonCards } from "@digihulp/people";
import type { Table } from "@digihulp/store";
import type { Card, File } from "../domain/client.ts";
import { isOwnRegistration, mayReadWords } from "../domain/disclosure.ts";
import type { Viewer } from "../domain/disclosure.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Question } from "../domain/question.ts";
import type { KnownWithQuestions, Register } from "../store/register.ts";

type Deps = {
  readonly register: Register;
  readonly cards: PersonCards;
  readonly table: Table;
};
export type SeeClient = { readonly actor: Actor; readonly person: PersonId };

/** A question as somebody may see it: never who referred the person with it. */
export type SeenQuestion = Question & { readonly referredBy?: never };

export type SeenClient = {
  readonly card: Card;
  readonly file: Omit<File, "registeredBy" | "alike">;
  readonly isOwnRegistration: boolean;
  /** Whether the words of the questions are in it, or kept between the person and who wrote them down. */
  readonly hasWords: boolean;
  /** The newest first. */
  readonly questions: readonly SeenQuestion[];
  readonly alike: readonly PersonCard[];
};

const viewerOf = (actor: Actor): Viewer => {
  const role = "membership" in actor ? actor.membership.role : undefined;
  return {
    isDesk: role !== "social-worker",
    member: actor.kind === "member" ? actor.member : undefined,
  };
};

function shown(question: Question, hasWords: boolean): SeenQuestion {
  const { referredBy: _referrer, ...rest } = question;
  return hasWords ? rest : { ...rest, words: "" };
}

function seen({ card, file, questions }: KnownWithQuestions, viewer: Viewer) {
  const { registeredBy, alike: _alike, ...rest } = file;
  const hasWords = mayReadWords(file, viewer);
  return {
    card,
    file: rest,
    isOwnRegistration: isOwnRegistration({ registeredBy }, viewer),
    hasWords,
    questions: questions.map(({ question }) => shown(question, hasWords)).toReversed(),
  };
}

/** Everything about one person that this actor may see; the look itself is written down. */
export const seeClient =
  ({ register, cards, table }: Deps) =>
  async (scope: Scope, { actor, person }: SeeClient): Promise<SeenClient | undefined> => {
    const found = await register.person(scope, person);
    if (!found) return undefined;
    const [alike] = await Promise.all([
      cards.of(scope, found.file.alike),
      table.within(scope).commit({
        writes: [],
        event: { name: "client-seen", actor, subject: person, detail: {} },
      }),
    ]);
    return { ...seen(found, viewerOf(actor)), alike: [...alike.values()] };
  };
