import { isId } from "@digihulp/kernel";
import type { Attributes, Write } from "@digihulp/store";
import * as z from "zod/mini";
import type { Card, File } from "../domain/client.ts";
import { isQuestionId } from "../domain/ids.ts";
import type { PersonId, QuestionId } from "../domain/ids.ts";
import type { Waiting } from "../domain/question.ts";
import { alikeKeys, withPerson } from "./alike-item.ts";
import { cardItem, fileItem } from "./client-items.ts";
import { questionItem } from "./question-item.ts";

/** A new person, and their question on the waiting list. */
export const Registered = z.object({
  person: z.custom<PersonId>(isId("per")),
  question: z.custom<QuestionId>(isQuestionId),
});
export type Registered = z.infer<typeof Registered>;

export const registeredFrom = (stored: unknown): Registered => z.parse(Registered, stored);

type New = { readonly card: Card; readonly file: File; readonly question: Waiting };

/** Everything that a registration writes; `alike` are the rows of those who share a name or number. */
export const registrationWrites = (
  { card, file, question }: New,
  alike: readonly (Attributes | undefined)[],
): Write[] => [
  { kind: "create", item: cardItem(card, 1) },
  { kind: "create", item: fileItem(card.id, file, 1) },
  { kind: "create", item: questionItem(question, 1) },
  ...withPerson(alikeKeys(card), alike, card.id),
];
