import type { Actor, Scope } from "@digihulp/access";
import type { MunicipalityId, OrganisationId } from "@digihulp/region";
import type { Table } from "@digihulp/store";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import type { Question } from "../domain/question.ts";
import { cardFrom, cardKey } from "../store/client-items.ts";
import { questionFrom, questionKey } from "../store/question-item.ts";
import type { Referrals } from "../store/referrals.ts";

type Deps = { readonly table: Table; readonly referrals: Referrals };

/** Where a referred person stands; the own list says it, and right after referring the referrer knows. */
export type Whereabouts = { readonly municipality: MunicipalityId; readonly person: PersonId };

export type SeeReferral = {
  readonly actor: Actor;
  readonly question: QuestionId;
  readonly known?: Whereabouts | undefined;
  /** The scope of a municipality's rows, for as long as it grants the organisation something. */
  readonly scopeOf: (municipality: MunicipalityId) => Scope | undefined;
  /** Decides again once it is known who referred the person. */
  readonly mayRead: (
    municipality: MunicipalityId,
    referredBy: OrganisationId | undefined,
  ) => boolean;
};

/** What the referrer sees: a name, a subject and a state. */
export type SeenReferral = Pick<Question, "id" | "theme" | "state" | "createdAt"> & {
  readonly name: string;
  readonly municipality: MunicipalityId;
};

/** One person whom the own organisation referred, and how it stands; the look is written down. */
export const seeReferral =
  ({ table, referrals }: Deps) =>
  async (scope: Scope, asked: SeeReferral): Promise<SeenReferral | undefined> => {
    const { question: id, actor, known } = asked;
    const where = known ?? (await referrals.find(scope, id));
    const granted = where && asked.scopeOf(where.municipality);
    if (!where || !granted) return undefined;
    const { municipality, person } = where;
    const tenant = table.within(granted);
    const look = () =>
      tenant.commit({
        writes: [],
        event: { name: "client-seen", actor, subject: person, detail: {} },
      });
    // What stands in the own list is the organisation's own; what an address says is not, until read.
    const [[card, row]] = await Promise.all([
      tenant.load([cardKey(person), questionKey(person, id)]),
      known ? undefined : look(),
    ]);
    if (!card || !row) return undefined;
    const { question } = questionFrom(row);
    if (!asked.mayRead(municipality, question.referredBy)) return undefined;
    if (known) await look();
    const { theme, state, createdAt } = question;
    return { id, theme, state, createdAt, name: cardFrom(card).name, municipality };
  };
