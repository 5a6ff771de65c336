import { addDays, isWorkingDay, type Day } from "./calendar.ts";
import type { Entrance } from "./cast.ts";
import type { Dice } from "./dice.ts";
import type { Ledger, Open } from "./ledger.ts";
import type { Person } from "./people.ts";
import { AHEAD_DAYS, type Moment, type Place } from "./setting.ts";
import { wishOf } from "./wish.ts";

export type DeskDay = {
  day: Day;
  club: Place;
  /** Of the town, in order of time. */
  moments: readonly Moment[];
  entrances: readonly Entrance[];
  ledger: Ledger;
  dice: Dice;
};

/** How many of the next moments somebody looks at before one suits them. */
const CHOICE = 3;
const LONG_DAYS = 14;
/** How often on a desk's day, from 0 to 1. */
const CALLS_OFF = 0.03;
const IS_PLANNED = 0.6;
const CAN_COME = 0.85;
const WITH_MOMENTS = { comesBack: 0.05, withdraws: 0.06 };
/** Where nobody can be planned in, fewer wait until the end. */
const WITHOUT_MOMENTS = { comesBack: 0.12, withdraws: 0.12 };

const desk = ({ day, club }: DeskDay) => ({ day, who: `desk-${club.id}` });
function write(person: Person, who: string, { day, ledger, dice }: DeskDay) {
  const question = ledger.nextQuestion();
  ledger.waiting.push({
    key: question,
    person,
    since: day,
    by: who,
    canCome: dice.chance(CAN_COME),
  });
  return { question, wish: wishOf(person, day, dice) };
}

function enter({ person, who, isReferral }: Entrance, given: DeskDay): void {
  const { day, ledger } = given;
  const asked = write(person, who, given);
  ledger.does({ day, who }, { does: isReferral ? "refer" : "register", person, ...asked });
  ledger.known.push({ person, since: day });
}

function askAgain(person: Person, given: DeskDay): void {
  const { who } = desk(given);
  const asked = write(person, who, given);
  given.ledger.does(desk(given), { does: "ask", person: person.key, ...asked });
}

/** The next moment that suits somebody, if they find one within three weeks. */
export function suitable(
  person: Person,
  given: Pick<DeskDay, "day" | "moments" | "ledger" | "dice">,
) {
  const { day, moments, ledger, dice } = given;
  const last = addDays(day, AHEAD_DAYS);
  const free = moments
    .filter(({ date }) => date > day && date <= last && isWorkingDay(date))
    .filter((moment) => ledger.hasRoomFor(person, moment))
    .slice(0, CHOICE);
  return free.length > 0 ? dice.pick(free) : undefined;
}

function plan(question: Open, given: DeskDay): void {
  const { day, ledger } = given;
  const { person, key } = question;
  const moment = suitable(person, given);
  if (!moment) return;
  const booking = { person: person.key, moment: moment.id, question: key, arrived: false };
  ledger.does(desk(given), { does: "book", ...booking });
  ledger.seat(moment, { person, question, since: day });
}

function withdraw(question: Open, given: DeskDay): void {
  const { person, key } = question;
  given.ledger.does(desk(given), { does: "withdraw", person: person.key, question: key });
  given.ledger.forget(question);
}

/** Some of those who have a place in the coming weeks say that they cannot come. */
function callOff(given: DeskDay): void {
  const { day, club, moments, ledger, dice } = given;
  for (const moment of moments.filter(({ date }) => date > day)) {
    for (const seat of ledger.seatsOf(moment)) {
      const isOurs = seat.person.digiclub === club.id && seat.since < day;
      if (!isOurs || !dice.chance(CALLS_OFF)) continue;
      ledger.does(desk(given), { does: "call-off", person: seat.person.key, moment: moment.id });
      ledger.leave(moment, seat);
    }
  }
}

/** What becomes of the questions that wait: a place in a moment, or no need for one any more. */
function followUp(given: DeskDay): void {
  const { club, day, dice, ledger, moments } = given;
  const hasMoments = moments.length > 0;
  const { withdraws } = hasMoments ? WITH_MOMENTS : WITHOUT_MOMENTS;
  const { who } = desk(given);
  for (const question of ledger.waiting.filter(({ person }) => person.digiclub === club.id)) {
    const isHere = question.since < day || question.by === who;
    const isOld = question.since < addDays(day, -LONG_DAYS);
    if (hasMoments && isHere && question.canCome && dice.chance(IS_PLANNED)) plan(question, given);
    else if (isOld && dice.chance(withdraws)) withdraw(question, given);
  }
}

/** One day at one desk: who calls off, who comes back, who is new, and what becomes of who waits. */
export function liveAtDesk(given: DeskDay): void {
  const { club, dice, entrances, ledger, moments } = given;
  callOff(given);
  const { comesBack } = moments.length > 0 ? WITH_MOMENTS : WITHOUT_MOMENTS;
  const ours = ledger.known.filter(({ person }) => person.digiclub === club.id);
  for (const { person } of ours) if (dice.chance(comesBack)) askAgain(person, given);
  for (const entrance of entrances) enter(entrance, given);
  followUp(given);
}
