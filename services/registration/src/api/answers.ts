import { isId } from "@digihulp/kernel";
import { PersonCard } from "@digihulp/people";
import * as z from "zod/mini";
import { SHOWN_CONSENTS } from "../domain/consent.ts";
import { isQuestionId } from "../domain/ids.ts";
import type { OccurrenceId, QuestionId } from "../domain/ids.ts";
import { QUESTION_STATES } from "../domain/told.ts";

export { Registered } from "../store/registration-writes.ts";
export { AskedQuestion } from "../use-cases/ask-question.ts";

const QuestionRef = z.custom<QuestionId>(isQuestionId);

export const FoundAnswer = z.object({
  people: z.array(z.extend(PersonCard, { birthYear: z.optional(z.number()) })),
});

/** A question inside its municipality: never who referred the person. */
const QuestionAnswer = z.object({
  id: QuestionRef,
  theme: z.string(),
  /** Empty when the person did not agree that the desk reads them. */
  words: z.string(),
  state: z.enum(QUESTION_STATES),
  createdAt: z.number(),
  occurrence: z.optional(z.custom<OccurrenceId>(isId("occ"))),
});

export const ClientAnswer = z.object({
  card: PersonCard,
  birthYear: z.optional(z.number()),
  agreed: z.array(
    z.object({ consent: z.enum(SHOWN_CONSENTS), version: z.number(), at: z.number() }),
  ),
  registeredAt: z.number(),
  questions: z.array(QuestionAnswer),
  /** People who had the same name or number when this person was registered. */
  alike: z.array(PersonCard),
});

export const WithdrawnAnswer = z.object({ state: z.literal("withdrawn") });

export const WaitingAnswer = z.object({
  people: z.array(
    z.object({ id: QuestionRef, theme: z.string(), createdAt: z.number(), card: PersonCard }),
  ),
  hasMore: z.boolean(),
});

export const ReferralAnswer = z.object({
  id: QuestionRef,
  municipality: z.string(),
  name: z.string(),
  theme: z.string(),
  state: z.enum(QUESTION_STATES),
  createdAt: z.number(),
});

/** Name, theme and state are absent where the municipality's grant ended. */
export const ReferralsAnswer = z.object({ referrals: z.array(z.partial(ReferralAnswer)) });
