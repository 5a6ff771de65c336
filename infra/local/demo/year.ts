import { addDays, daysBetween, instantAt, isWorkingDay, type Day } from "./calendar.ts";
import { entrancesOf, GRANTS, openDays, type GrantPlan } from "./cast.ts";
import type { Deed, Intent } from "./deed.ts";
import { liveAtDesk } from "./desk-day.ts";
import { Dice } from "./dice.ts";
import { Ledger } from "./ledger.ts";
import { liveMoment } from "./moment-day.ts";
import { YEAR_DAYS, type Place, type Setting } from "./setting.ts";

const OPENS = 9 * 60;
const LATEST_START = 14 * 60 + 30;

const firstDay = ({ today }: Setting): Day => addDays(today, -YEAR_DAYS);

function nextWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : nextWorkingDay(addDays(day, 1));
}

function giveGrants(setting: Setting, ledger: Ledger): void {
  const isHere = ({ municipality, organisation }: GrantPlan): boolean =>
    setting.towns.some(({ id }) => id === municipality) &&
    setting.organisations.includes(organisation);
  for (const [index, plan] of GRANTS.filter(isHere).entries()) {
    const { municipality, organisation, lasts, ends } = plan;
    const who = `admin-${municipality}`;
    const day = nextWorkingDay(addDays(firstDay(setting), index));
    const last = addDays(firstDay(setting), lasts);
    const grant = `grant-${municipality}-${organisation}`;
    const until = ends === "by-itself" ? last : null;
    ledger.does({ day, who }, { does: "give-grant", grant, organisation, until });
    if (ends === "taken-back")
      ledger.does({ day: nextWorkingDay(last), who }, { does: "end-grant", grant });
  }
}

function live(setting: Setting, dice: Dice): Intent[] {
  const ledger = new Ledger();
  const all = entrancesOf(setting, dice);
  const desks = setting.digiclubs.map((club) => ({
    club,
    isOpen: openDays(setting, club.id, dice),
  }));
  const momentsOf = (town: string) =>
    setting.moments.filter(({ municipality }) => municipality === town);
  const atDesk = (club: Place, day: Day): void =>
    liveAtDesk({
      day,
      club,
      ledger,
      moments: momentsOf(club.municipality),
      entrances: all.filter((one) => one.day === day && one.person.digiclub === club.id),
      dice: dice.named(`${day} ${club.id}`),
    });
  giveGrants(setting, ledger);
  for (const day of daysBetween(firstDay(setting), addDays(setting.today, -1))) {
    if (!isWorkingDay(day)) continue;
    for (const { club, isOpen } of desks) if (isOpen(day)) atDesk(club, day);
    for (const moment of setting.moments) {
      if (moment.date !== day) continue;
      const moments = momentsOf(moment.municipality);
      liveMoment({ day, moment, moments, ledger, dice: dice.named(`${day} ${moment.id}`) });
    }
  }
  return ledger.intents;
}

/** Gives everything its time: what has none comes in one go, some minutes apart, in its own order. */
function timed(intents: readonly Intent[], dice: Dice): Deed[] {
  const clocks = new Map<string, number>();
  const minuteOf = ({ day, who, minute }: Intent): number => {
    if (minute !== undefined) return minute;
    const own = `${day} ${who}`;
    const before = clocks.get(own);
    const next =
      before === undefined ? dice.between(OPENS, LATEST_START) : before + dice.between(3, 8);
    clocks.set(own, next);
    return next;
  };
  return intents
    .map((intent, index) => ({
      at: instantAt(intent.day, minuteOf(intent)) + dice.between(0, 59) * 1000,
      who: intent.who,
      key: `deed-${index + 1}`,
      act: intent.act,
    }))
    .toSorted((one, other) => one.at - other.at);
}

/** A year of the region, invented: the same for the same setting and seed, and over before today. */
export function yearOf(setting: Setting, seed: string): Deed[] {
  const dice = new Dice(seed);
  return timed(live(setting, dice), dice.named("clock"));
}
