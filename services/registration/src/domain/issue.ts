import { refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { isReadable, lengthOf } from "./clean-text.ts";
import { forbiddenIn } from "./forbidden-content.ts";
import type { Forbidden } from "./forbidden-content.ts";

/** The questions of a registration. */
export const QUESTIONS = [
  "name",
  "reachBy",
  "reachAt",
  "relation",
  "language",
  "theme",
  "words",
  "birthYear",
] as const;
export type QuestionName = (typeof QUESTIONS)[number];

export type Why =
  | "missing"
  | "too-long"
  | "no-such-choice"
  | "no-phone"
  | "no-email"
  | "no-year"
  | Forbidden;

/** Why one answer cannot be taken as it is. */
export type Issue = { readonly field: QuestionName; readonly why: Why };

/** One answer that was understood, or why it was not. */
export type Understood<Value> = Result<Value, readonly Issue[]>;

export const misunderstood = (field: QuestionName, why: Why) => refuse([{ field, why }]);

/** Why a cleaned text cannot be an answer to a question, if so; `most` in characters. */
export function textIssue(text: string, most: number): Why | undefined {
  if (lengthOf(text) > most) return "too-long";
  return forbiddenIn(text);
}

/** The same for an answer that has to be given. */
export const neededTextIssue = (text: string, most: number): Why | undefined =>
  isReadable(text) ? textIssue(text, most) : "missing";
