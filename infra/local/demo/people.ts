import type { Day } from "./calendar.ts";
import type { Dice } from "./dice.ts";
import { FIRST_NAMES, LAST_NAMES, ODD_NAMES, type OddName } from "./names.ts";
import { reachOf, type Reach } from "./reach.ts";
import type { Place, Setting, Town } from "./setting.ts";

/** Somebody invented, as one municipality comes to know them. */
export type Person = {
  /** Names them in this year only; the portal gives its own id. */
  key: string;
  municipality: string;
  /** The Digiclub whose desk they come to. */
  digiclub: string;
  name: string;
  reach: Reach;
  language: string;
  birthYear?: number;
  agreed: string[];
};

type Crowd = { town: Town; clubs: readonly Place[]; hasMoments: boolean };

const LANGUAGES = [
  ["nl", 62],
  ["fr", 6],
  ["en", 5],
  ["ar", 8],
  ["uk", 6],
  ["tr", 4],
  ["ro", 3],
  ["bg", 2],
  ["pl", 2],
  ["ps", 1],
  ["es", 1],
] as const;
/** Which of a town's people have a name of the list of odd ones, as far as it reaches. */
const ODD_PLACES = new Set([1, 4]);
const OLDEST = 91;
const YOUNGEST = 19;

function sizeOf({ clubs, hasMoments }: Crowd): number {
  return clubs.length === 0 ? 0 : 5 + 4 * clubs.length + (hasMoments ? 25 : 0);
}

function crowdsOf({ towns, digiclubs, moments }: Setting): Crowd[] {
  return towns.map((town) => ({
    town,
    clubs: digiclubs.filter(({ municipality }) => municipality === town.id),
    hasMoments: moments.some(({ municipality }) => municipality === town.id),
  }));
}

/** First and last names in an order of their own, each pair another one. */
function namesOf(dice: Dice): (number: number) => OddName {
  const [first, last] = [dice.shuffled(FIRST_NAMES), dice.shuffled(LAST_NAMES)];
  return (number) => {
    const round = Math.floor(number / first.length);
    const name = first[number % first.length] ?? "";
    return { name: `${name} ${last[(number + round) % last.length] ?? ""}` };
  };
}

function agreedBy(dice: Dice): string[] {
  const often = { "may-call": 0.85, "desk-may-see": 0.8, "may-refer": 0.5 };
  return Object.entries(often)
    .filter(([, chance]) => dice.chance(chance))
    .map(([consent]) => consent);
}

type Given = { number: number; crowd: Crowd; called: OddName; today: Day };

function personOf({ number, crowd, called, today }: Given, dice: Dice): Person {
  const { town, clubs } = crowd;
  const year = Number(today.slice(0, 4)) - dice.between(YOUNGEST, OLDEST);
  return {
    key: `person-${number}`,
    municipality: town.id,
    digiclub: dice.pick(clubs).id,
    name: called.name,
    reach: reachOf({ number, name: called.name, town }, dice),
    language: called.language ?? dice.weighted(LANGUAGES),
    ...(dice.chance(0.7) ? { birthYear: year } : {}),
    agreed: agreedBy(dice),
  };
}

/** Everybody who comes to the desks of the region in that year. */
export function peopleOf(setting: Setting, dice: Dice): Person[] {
  const crowds = crowdsOf(setting);
  const nameAt = namesOf(dice.named("names"));
  const odd = ODD_NAMES.values();
  let number = 0;
  return crowds.flatMap((crowd) =>
    Array.from({ length: sizeOf(crowd) }, (_, at) => {
      number += 1;
      const called = (ODD_PLACES.has(at) ? odd.next().value : undefined) ?? nameAt(number);
      return personOf({ number, crowd, called, today: setting.today }, dice.named(`${number}`));
    }),
  );
}
