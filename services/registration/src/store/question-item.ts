import { isId } from "@digihulp/kernel";
import type { OrganisationId } from "@digihulp/region";
import type { Attributes, Item, Key } from "@digihulp/store";
import * as z from "zod/mini";
import { isQuestionId } from "../domain/ids.ts";
import type { OccurrenceId, PersonId, QuestionId } from "../domain/ids.ts";
import type { AskedTheme } from "../domain/intake.ts";
import { standing, STEP_KINDS } from "../domain/question.ts";
import type { Asked, Question } from "../domain/question.ts";
import { personPartition } from "./client-items.ts";

const isText = (value: unknown): value is string => typeof value === "string";
const isTheme = (value: unknown): value is AskedTheme => isText(value);

const StoredQuestion = z.object({
  id: z.custom<QuestionId>(isQuestionId),
  person: z.custom<PersonId>(isId("per")),
  theme: z.custom<AskedTheme>(isTheme),
  words: z.string(),
  createdAt: z.number(),
  steps: z.array(
    z.object({
      event: z.string(),
      kind: z.enum(STEP_KINDS),
      occurrence: z.custom<OccurrenceId>(isId("occ")),
      at: z.number(),
    }),
  ),
  referredBy: z.optional(z.custom<OrganisationId>(isText)),
  withdrawnAt: z.optional(z.number()),
  version: z.number(),
});

export type StoredQuestion = { readonly question: Question; readonly version: number };

/** One line of the waiting list, without the person's words. */
export const WaitingEntry = z.object({
  id: z.custom<QuestionId>(isQuestionId),
  person: z.custom<PersonId>(isId("per")),
  theme: z.custom<AskedTheme>(isTheme),
  createdAt: z.number(),
});
export type WaitingEntry = z.infer<typeof WaitingEntry>;

export const questionKey = (person: PersonId, question: QuestionId): Key => ({
  partition: personPartition(person),
  sort: `question|${question}`,
});

/** Who asked first, comes first; also who came back to the list. */
export const waitingSort = ({ createdAt, id }: Pick<Asked, "createdAt" | "id">): string =>
  `${new Date(createdAt).toISOString()}|${id}`;

/** A question, and its place in the waiting list for as long as it waits. */
export const questionItem = (question: Question, version: number): Item => ({
  key: questionKey(question.person, question.id),
  type: "question",
  version,
  attributes: { ...question },
  ...(question.state === "waiting"
    ? { indexes: { waiting: { partition: ["waiting"], sort: waitingSort(question) } } }
    : {}),
});

/** Reads a question back; its state follows from its steps, so a wrong one cannot be kept. */
export function questionFrom(row: Attributes): StoredQuestion {
  const { version, referredBy, withdrawnAt, ...asked } = z.parse(StoredQuestion, row);
  const question = standing({
    ...asked,
    ...(referredBy === undefined ? {} : { referredBy }),
    ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
  });
  return { question, version };
}
