import { addDays, daysBetween, isWorkingDay, weekdayOf, weekNumber, type Day } from "./calendar.ts";
import type { Dice } from "./dice.ts";
import { peopleOf, type Person } from "./people.ts";
import { respelled } from "./respell.ts";
import { YEAR_DAYS, type Setting } from "./setting.ts";

/** Somebody, and how they come in. */
export type Entrance = { person: Person; day: Day; who: string; isReferral: boolean };

export type GrantPlan = {
  municipality: string;
  organisation: string;
  /** For how many days of the year somebody can be referred under it. */
  lasts: number;
  /** How it ends: at its last day, or because the municipality takes it back. */
  ends?: "by-itself" | "taken-back";
};

/** Who lets which organisation refer people to them. */
export const GRANTS: readonly GrantPlan[] = [
  { municipality: "destelbergen", organisation: "vdab", lasts: YEAR_DAYS },
  { municipality: "deinze", organisation: "groep-intro", lasts: YEAR_DAYS },
  { municipality: "merelbeke", organisation: "emino", lasts: YEAR_DAYS },
  { municipality: "merelbeke", organisation: "groep-intro", lasts: 200, ends: "by-itself" },
  { municipality: "zulte", organisation: "emino", lasts: YEAR_DAYS },
  { municipality: "gavere", organisation: "vdab", lasts: 120, ends: "taken-back" },
];

/** By then every grant is given and has reached the organisation. */
const GRANTED_AFTER = 20;
/** How many come on one of the last two days, so that there is always somebody new. */
const IS_NEW = 0.1;
const RESPELLED = 9;
const IN_TWO_TOWNS = 4;

/**
 * On which days a desk takes its time for people: one day in three weeks, or where there are moments one
 * day a week and the day of the moments itself.
 */
export function openDays(setting: Setting, digiclub: string, dice: Dice): (day: Day) => boolean {
  const own = setting.moments.find((moment) => moment.digiclub === digiclub);
  const desk = dice.named(`desk ${digiclub}`);
  const weekdays = new Set([desk.between(1, 5), ...(own ? [weekdayOf(own.date)] : [])]);
  const turn = desk.between(0, 2);
  return (day) =>
    isWorkingDay(day) &&
    weekdays.has(weekdayOf(day)) &&
    (own !== undefined || weekNumber(day) % 3 === turn);
}

function dayToCome(person: Person, setting: Setting, dice: Dice): Day {
  const first = addDays(setting.today, -YEAR_DAYS);
  const isOpen = openDays(setting, person.digiclub, dice);
  const own = dice.named(`${person.key} comes`);
  const last = addDays(setting.today, -1);
  const days = daysBetween(addDays(first, GRANTED_AFTER), last).filter(isOpen);
  return own.pick(own.chance(IS_NEW) ? days.slice(-2) : days);
}

function referrerOf(
  { person, day }: Pick<Entrance, "person" | "day">,
  setting: Setting,
  dice: Dice,
) {
  const grants = GRANTS.filter(
    ({ municipality, organisation, lasts }) =>
      municipality === person.municipality &&
      setting.organisations.includes(organisation) &&
      day < addDays(setting.today, lasts - YEAR_DAYS),
  );
  return grants.length > 0 && dice.chance(0.3) ? dice.pick(grants).organisation : undefined;
}

function entranceOf(person: Person, setting: Setting, dice: Dice): Entrance {
  const day = dayToCome(person, setting, dice);
  const own = dice.named(`${person.key} enters`);
  const referrer = referrerOf({ person, day }, setting, own);
  if (referrer !== undefined) {
    const agreed = [...new Set([...person.agreed, "may-refer"])];
    return { person: { ...person, agreed }, day, who: `partner-${referrer}`, isReferral: true };
  }
  const isAlone = own.chance(0.8);
  const who = isAlone ? `desk-${person.digiclub}` : `social-worker-${person.municipality}`;
  return { person, day, who, isReferral: false };
}

/** The same person once more at the desk of the same town, written down in another way. */
const again = (person: Person, at: number): Person => ({
  ...person,
  key: `${person.key}-again-${at}`,
  name: respelled(person.name),
});

function movedTo(person: Person, setting: Setting, dice: Dice): Person {
  const elsewhere = setting.digiclubs.filter((club) => club.municipality !== person.municipality);
  const { id, municipality } = dice.pick(elsewhere);
  return { ...person, key: `${person.key}-elsewhere`, digiclub: id, municipality };
}

/** Everybody's entrance, in order of time: also of who is entered twice. */
export function entrancesOf(setting: Setting, dice: Dice): Entrance[] {
  const people = peopleOf(setting, dice);
  const hasOtherSpelling = people.filter(({ name }) => respelled(name) !== name);
  const twice = dice.named("twice").shuffled(hasOtherSpelling).slice(0, RESPELLED).map(again);
  const own = dice.named("elsewhere");
  const towns = new Set(setting.digiclubs.map(({ municipality }) => municipality));
  const moved = towns.size < 2 ? [] : own.shuffled(people).slice(0, IN_TWO_TOWNS);
  const all = [...people, ...twice, ...moved.map((person) => movedTo(person, setting, own))];
  return all
    .map((person) => entranceOf(person, setting, dice))
    .toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
}
