import type { CalendarDate } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { ButtonLink, Row, Rows } from "@digihulp/web/look";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import { daysWaiting } from "../domain/waiting.ts";
import { nl } from "../locale/nl.ts";
import type { WaitingPerson } from "../use-cases/waiting-list.ts";
import { themeName } from "./words.ts";

type PlanInProps = {
  readonly person: PersonId;
  readonly question: QuestionId;
  readonly name: string;
};

/** To the agenda, with whom and with which question. */
export const PlanIn = ({ person, question, name }: PlanInProps) => (
  <ButtonLink quiet href={`/agenda/inplannen?persoon=${person}&vraag=${question}`}>
    {nl.planIn}
    <span class="unseen">: {name}</span>
  </ButtonLink>
);

export type WaitingRowsProps = {
  readonly region: RegionDefinition;
  readonly today: CalendarDate;
  readonly people: readonly WaitingPerson[];
  readonly mayPlan: boolean;
};

/** Who waits, with what, and how long. */
export const WaitingRows = ({ region, today, people, mayPlan }: WaitingRowsProps) => (
  <Rows>
    {people.map(({ id, person, theme, createdAt, card }) => (
      <Row
        name={card.name}
        href={`/registratie/persoon/${person}`}
        lines={[themeName(region, theme), nl.waits(daysWaiting(createdAt, today))]}
        end={mayPlan && <PlanIn person={person} question={id} name={card.name} />}
      />
    ))}
  </Rows>
);
