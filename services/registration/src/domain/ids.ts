import type { Brand, Id } from "@digihulp/kernel";

export type PersonId = Id<"per">;
/** An id whose body is a ULID, so that it says when the question was asked. */
export type QuestionId = Brand<Id<"qst">, "QuestionId">;
export type OccurrenceId = Id<"occ">;

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ULID = /^qst_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export const isQuestionId = (text: unknown): text is QuestionId =>
  typeof text === "string" && ULID.test(text);

/** The id itself; throws a RangeError for anything that is not one. */
export function questionId(text: string): QuestionId {
  if (!isQuestionId(text)) throw new RangeError("not the id of a question");
  return text;
}

/** When a question was asked, in milliseconds since 1970: the first ten characters of its ULID. */
export const askedAt = (id: QuestionId): number =>
  [...id.slice(4, 14)].reduce((time, letter) => time * 32 + ALPHABET.indexOf(letter), 0);
