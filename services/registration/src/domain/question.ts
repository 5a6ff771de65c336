import type { OrganisationId } from "@digihulp/region";
import type { AskedTheme } from "./intake.ts";
import type { OccurrenceId, PersonId, QuestionId } from "./ids.ts";

/** What can happen to somebody's place in a moment, as the agenda tells it. */
export const STEP_KINDS = [
  "booking-made",
  "attendance-undone",
  "client-attended",
  "client-absent",
  "booking-cancelled",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export type Step = {
  /** Id of the event that told it. */
  readonly event: string;
  readonly kind: StepKind;
  readonly occurrence: OccurrenceId;
  /** Milliseconds since 1970. */
  readonly at: number;
};

export type Asked = {
  readonly id: QuestionId;
  readonly person: PersonId;
  readonly theme: AskedTheme;
  readonly words: string;
  /** The organisation that referred the person with this question. */
  readonly referredBy?: OrganisationId;
  readonly createdAt: number;
  /** Everything that the agenda told, oldest first. */
  readonly steps: readonly Step[];
  /** When the person said that no help is needed any more. */
  readonly withdrawnAt?: number;
};

export type Waiting = Asked & { readonly state: "waiting" };
export type Planned = Asked & { readonly state: "planned"; readonly occurrence: OccurrenceId };
export type Helped = Asked & { readonly state: "helped"; readonly occurrence: OccurrenceId };
export type Withdrawn = Asked & { readonly state: "withdrawn"; readonly withdrawnAt: number };

export type Question = Waiting | Planned | Helped | Withdrawn;
export type QuestionState = Question["state"];

/** A question that was asked just now: it waits. */
export const ask = (asked: Omit<Asked, "steps">): Waiting => ({
  ...asked,
  steps: [],
  state: "waiting",
});

const byTime = (one: Step, other: Step): number =>
  one.at - other.at || (one.event < other.event ? -1 : 1);

/** What was told last about each moment, in order of time. */
const lastPerMoment = (steps: readonly Step[]): Step[] =>
  [...new Map(steps.map((step) => [step.occurrence, step])).values()].sort(byTime);

const lastOf = (steps: readonly Step[], ...kinds: readonly StepKind[]): Step | undefined =>
  steps.findLast(({ kind }) => kinds.includes(kind));

/**
 * Where a question stands, from everything that was told: so it comes out the same in whatever order,
 * and however often, the agenda's events arrive.
 */
export function standing(asked: Asked): Question {
  const last = lastPerMoment(asked.steps);
  const attended = lastOf(last, "client-attended");
  if (attended) return { ...asked, state: "helped", occurrence: attended.occurrence };
  const { withdrawnAt } = asked;
  if (withdrawnAt !== undefined) return { ...asked, state: "withdrawn", withdrawnAt };
  const expected = lastOf(last, "booking-made", "attendance-undone");
  if (expected) return { ...asked, state: "planned", occurrence: expected.occurrence };
  return { ...asked, state: "waiting" };
}

const askedOf = ({ id, person, theme, words, createdAt, steps, ...rest }: Question): Asked => ({
  id,
  person,
  theme,
  words,
  createdAt,
  steps,
  ...(rest.referredBy === undefined ? {} : { referredBy: rest.referredBy }),
  ...(rest.withdrawnAt === undefined ? {} : { withdrawnAt: rest.withdrawnAt }),
});

/** The question after one step more; the same object when that step was told before. */
export function follow(question: Question, step: Step): Question {
  if (question.steps.some(({ event }) => event === step.event)) return question;
  return standing({ ...askedOf(question), steps: [...question.steps, step].sort(byTime) });
}

/** The person needs no more help with it. */
export const withdraw = (question: Waiting, withdrawnAt: number): Withdrawn => ({
  ...askedOf(question),
  state: "withdrawn",
  withdrawnAt,
});
