import type { Card } from "./client.ts";
import { nameWords, plainName } from "./plain-name.ts";
import { dialled } from "./reach.ts";

export const MOST_FOUND = 12;
export const MOST_TYPED = 120;
const FEWEST_DIGITS = 4;

const numberOf = ({ reach }: Pick<Card, "reach">): string =>
  reach.by === "phone" || reach.by === "somebody" ? dialled(reach.phone) : "";

const isNumber = (typed: string): boolean =>
  !/\p{L}/u.test(typed) && typed.replaceAll(/\D/g, "").length >= FEWEST_DIGITS;

/** Whether there is anything to search for: a word, or enough of a number to mean somebody. */
export const isSearchable = (typed: string): boolean => /\p{L}/u.test(typed) || isNumber(typed);

/**
 * Whether a person is meant by what was typed: part of a telephone number, or the beginnings of words of
 * the name, in any order and without accents or capitals.
 */
export function isMeant(typed: string): (card: Pick<Card, "name" | "reach">) => boolean {
  if (isNumber(typed)) {
    // "00" may start a foreign number or be part of this one.
    const asTyped = typed.replaceAll(/\D/g, "");
    const parts = [asTyped, dialled(typed)];
    return (card) => parts.some((part) => numberOf(card).includes(part));
  }
  const merged = nameWords(typed);
  const apart = plainName(typed).split(" ");
  return ({ name }) => {
    const words = [...nameWords(name), ...plainName(name).split(" ")];
    const starts = (all: readonly string[]): boolean =>
      all.every((word) => words.some((known) => known.startsWith(word)));
    return merged.length > 0 && (starts(merged) || starts(apart));
  };
}
