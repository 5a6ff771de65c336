import type { Day } from "./calendar.ts";
import type { Wish } from "./deed.ts";
import type { Dice } from "./dice.ts";
import type { Person } from "./people.ts";
import { FOREIGN_WORDS, SUBJECTS } from "./words.ts";

const IN_SEASON = 4;

/** What somebody asks on a day; now and then in their own language, or without words. */
export function wishOf({ language }: Person, day: Day, dice: Dice): Wish {
  const month = Number(day.slice(5, 7));
  const { theme, words } = dice.weighted(
    SUBJECTS.map((subject) => [
      subject,
      subject.months?.includes(month) ? subject.often * IN_SEASON : subject.often,
    ]),
  );
  const own = FOREIGN_WORDS[language];
  if (own && dice.chance(0.4)) return { theme, words: dice.pick(own) };
  return { theme, words: dice.chance(0.8) ? dice.pick(words) : "" };
}
