import { isId } from "@digihulp/kernel";
import * as z from "zod/mini";
import { isQuestionId } from "../domain/ids.ts";
import type { OccurrenceId, QuestionId } from "../domain/ids.ts";
import { QUESTION_STATES } from "../domain/told.ts";

/** A question as the API shows it inside its municipality: never who referred the person. */
export const QuestionAnswer = z.object({
  id: z.custom<QuestionId>(isQuestionId),
  theme: z.string(),
  /** Empty when the person did not agree that the desk reads them. */
  words: z.string(),
  state: z.enum(QUESTION_STATES),
  createdAt: z.number(),
  occurrence: z.optional(z.custom<OccurrenceId>(isId("occ"))),
});
