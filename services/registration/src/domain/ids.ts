import type { Id } from "@digihulp/kernel";

export type PersonId = Id<"per">;
export type QuestionId = Id<"qst">;
export type OccurrenceId = Id<"occ">;

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ULID = /^qst_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Whether the text is the id of a question: its body is a ULID, so that it says when it was asked. */
export const isQuestionId = (text: unknown): text is QuestionId =>
  typeof text === "string" && ULID.test(text);

/** The id itself; throws a RangeError for anything that is not one. */
export function questionId(text: string): QuestionId {
  if (!isQuestionId(text)) throw new RangeError("not the id of a question");
  return text;
}

/** When a question was asked, in milliseconds since 1970: the first ten characters of its ULID. */
export const askedAt = (id: QuestionId): number =>
  Array.from(id.slice(4, 14), (letter) => ALPHABET.indexOf(letter)).reduce(
    (time, digit) => time * 32 + digit,
    0,
  );
