import { Card, Row, Rows, Tag, ActionForm } from "@digihulp/web/look";
import type { PictogramName, Plane } from "@digihulp/web/look";
import type { QuestionState } from "../domain/question.ts";
import { daysWaiting } from "../domain/waiting.ts";
import { nl } from "../locale/nl.ts";
import type { SeenQuestion } from "../use-cases/see-client.ts";
import type { SeeClientProps } from "./see-client.tsx";
import { PlanIn } from "./waiting-rows.tsx";
import { dayWords, themeName } from "./words.ts";

const { person: text } = nl;

const STATE_LOOK = {
  waiting: { plane: "amber", pictogram: "clock" },
  planned: { plane: "river", pictogram: "calendar" },
  helped: { plane: "willow", pictogram: "check" },
  withdrawn: { plane: "linen", pictogram: "cross" },
} as const satisfies Record<QuestionState, { plane: Plane; pictogram: PictogramName }>;

/** How a question stands: its word, its pictogram, its plane. */
export const QuestionTag = ({ state }: { readonly state: QuestionState }) => (
  <Tag {...STATE_LOOK[state]}>{nl.states[state]}</Tag>
);

type OneProps = SeeClientProps & { readonly question: SeenQuestion };

const Actions = ({ question, seen, region, mayPlan, formKey }: OneProps) => {
  const { card } = seen;
  return (
    <>
      <QuestionTag state={question.state} />
      {question.state === "planned" && (
        <a href={`/agenda/moment/${question.occurrence}`}>{text.moment}</a>
      )}
      {question.state === "waiting" && mayPlan && (
        <PlanIn person={card.id} question={question.id} name={card.name} />
      )}
      {question.state === "waiting" && (
        <ActionForm
          quiet
          action={`/registratie/persoon/${card.id}/vraag/${question.id}/intrekken`}
          formKey={`${formKey}.${question.id}`}
          label={text.withdraw}
          about={themeName(region, question.theme)}
        />
      )}
    </>
  );
};

function linesOf({ question, seen, today }: OneProps): string[] {
  const asked = text.askedOn(dayWords(question.createdAt, today));
  const waits = nl.waits(daysWaiting(question.createdAt, today));
  const words = seen.hasWords ? question.words.split("\n") : [text.untold];
  return [
    ...words.filter((line) => line !== ""),
    question.state === "waiting" ? `${asked}, ${waits}` : asked,
  ];
}

/** What somebody asked, and how it stands. */
export const ClientQuestions = (props: SeeClientProps) => (
  <Card title={text.questions}>
    <Rows>
      {props.seen.questions.map((question) => (
        <Row
          name={themeName(props.region, question.theme)}
          lines={linesOf({ ...props, question })}
          end={<Actions {...props} question={question} />}
        />
      ))}
    </Rows>
  </Card>
);
