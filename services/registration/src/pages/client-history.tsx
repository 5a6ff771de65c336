import { Card, Row, Rows } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import type { SeenQuestion } from "../use-cases/see-client.ts";
import type { SeeClientProps } from "./see-client.tsx";
import { dayWords, themeName } from "./words.ts";

const { person: text } = nl;

type Stop = { readonly at: number; readonly what: string; readonly about: string };

function stopsOf(question: SeenQuestion, about: string): Stop[] {
  const { createdAt, steps, withdrawnAt } = question;
  return [
    { at: createdAt, what: text.asked(about), about: "" },
    ...steps.map(({ at, kind }) => ({ at, what: nl.steps[kind], about })),
    ...(withdrawnAt === undefined ? [] : [{ at: withdrawnAt, what: text.withdrawn, about }]),
  ];
}

/** What happened, newest first. */
export const ClientHistory = ({ seen, region, today }: SeeClientProps) => {
  const stops = seen.questions
    .flatMap((question) => stopsOf(question, themeName(region, question.theme)))
    .toSorted((one, other) => other.at - one.at);
  return (
    <Card title={text.history}>
      <Rows>
        {stops.map(({ at, what, about }) => (
          <Row name={what} lines={[about, dayWords(at, today)].filter((line) => line !== "")} />
        ))}
      </Rows>
    </Card>
  );
};
