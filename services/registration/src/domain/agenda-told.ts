import { isId } from "@digihulp/kernel";
import * as z from "zod/mini";
import { isQuestionId } from "./ids.ts";
import type { OccurrenceId, PersonId, QuestionId } from "./ids.ts";
import { STEP_KINDS } from "./question.ts";
import type { Step, StepKind } from "./question.ts";

const AboutPlace = z.object({
  occurrence: z.custom<OccurrenceId>(isId("occ")),
  person: z.custom<PersonId>(isId("per")),
  question: z.optional(z.custom<QuestionId>(isId("qst"))),
});

/** An event of the agenda, as far as it is looked at. */
export type AgendaEvent = {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly detail: unknown;
};

export type StepTold = {
  readonly person: PersonId;
  readonly question: QuestionId;
  readonly step: Step;
};

const isStep = (name: string): name is StepKind => STEP_KINDS.some((kind) => kind === name);

/** The step of a question that an event of the agenda tells; undefined when it is about no question. */
export function stepTold({ id, name, at, detail }: AgendaEvent): StepTold | undefined {
  if (!isStep(name)) return undefined;
  const { occurrence, person, question } = z.parse(AboutPlace, detail);
  return isQuestionId(question)
    ? { person, question, step: { event: id, kind: name, occurrence, at } }
    : undefined;
}
