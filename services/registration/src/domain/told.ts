import { isId } from "@digihulp/kernel";
import type { OrganisationId } from "@digihulp/region";
import * as z from "zod/mini";
import { isQuestionId } from "./ids.ts";
import type { OccurrenceId, PersonId, QuestionId } from "./ids.ts";
import type { AskedTheme } from "./intake.ts";
import type { Question, QuestionState } from "./question.ts";

const isText = (value: unknown): value is string => typeof value === "string";
const isTheme = (value: unknown): value is AskedTheme => isText(value);

export const QUESTION_STATES = [
  "waiting",
  "planned",
  "helped",
  "withdrawn",
] as const satisfies readonly QuestionState[];

/** What every event about a question tells: enough to follow it without reading it. */
export const QuestionTold = z.object({
  person: z.custom<PersonId>(isId("per")),
  question: z.custom<QuestionId>(isQuestionId),
  theme: z.custom<AskedTheme>(isTheme),
  state: z.enum(QUESTION_STATES),
  /** Of the question; what is told with a lower one is older. */
  version: z.number(),
  occurrence: z.optional(z.custom<OccurrenceId>(isId("occ"))),
  referredBy: z.optional(z.custom<OrganisationId>(isText)),
});
export type QuestionTold = z.infer<typeof QuestionTold>;

/** The events that carry it. */
export const QUESTION_EVENTS = [
  "client-registered",
  "question-asked",
  "question-planned",
  "question-helped",
  "question-waiting-again",
  "question-withdrawn",
  "question-followed",
] as const;
export type QuestionEvent = (typeof QUESTION_EVENTS)[number];

export const isQuestionEvent = (name: string): name is QuestionEvent =>
  QUESTION_EVENTS.some((known) => known === name);

/** The detail of an event about a question; ids and the theme, never a name or a word. */
export const told = (question: Question, version: number): QuestionTold => ({
  person: question.person,
  question: question.id,
  theme: question.theme,
  state: question.state,
  version,
  ...("occurrence" in question ? { occurrence: question.occurrence } : {}),
  ...(question.referredBy === undefined ? {} : { referredBy: question.referredBy }),
});

const NEWS = {
  waiting: "question-waiting-again",
  planned: "question-planned",
  helped: "question-helped",
  withdrawn: "question-withdrawn",
} as const satisfies Record<QuestionState, QuestionEvent>;

/** What happened to a question between before and after; merely followed when it stands as it stood. */
export function newsOf(before: Question, after: Question): QuestionEvent {
  const [was, is] = [before, after].map((one) =>
    "occurrence" in one ? one.occurrence : undefined,
  );
  return before.state === after.state && was === is ? "question-followed" : NEWS[after.state];
}
