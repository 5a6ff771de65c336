import { minutesOf } from "./calendar.ts";
import { suitable, type DeskDay } from "./desk-day.ts";
import type { Seat } from "./ledger.ts";
import type { Moment } from "./setting.ts";

export type MomentDay = Pick<DeskDay, "day" | "moments" | "ledger" | "dice"> & { moment: Moment };

const COMES = 0.8;
const PRACTISES = 0.35;
/** How long after coming in somebody asks for a next time. */
const PRACTICE_MINUTES = 10;
const MOST_VISITORS = 5;
/** Most come a while after the doors open, and nobody starts on something new at the end. */
const FIRST_MINUTES = 45;
const LAST_MINUTES = 15;

function anyMinute({ moment, dice }: MomentDay): number {
  const [from, until] = [minutesOf(moment.from), minutesOf(moment.until)];
  return dice.between(Math.min(from + FIRST_MINUTES, until - LAST_MINUTES), until - LAST_MINUTES);
}

const helper = ({ day, moment }: MomentDay) => ({ day, who: `volunteer-${moment.digiclub}` });
const desk = ({ day, moment }: MomentDay) => ({ day, who: `desk-${moment.digiclub}` });

/** Who was helped may come back to practise, with a place but without a question. */
function practise({ person }: Seat, minute: number, given: MomentDay): void {
  const { day, dice, ledger } = given;
  const moment = dice.chance(PRACTISES) ? suitable(person, given) : undefined;
  if (!moment) return;
  const booking = { person: person.key, moment: moment.id, arrived: false };
  ledger.does({ ...desk(given), minute }, { does: "book", ...booking });
  ledger.seat(moment, { person, since: day });
}

function attend(seat: Seat, given: MomentDay): void {
  const { moment, dice, ledger } = given;
  const noted = { does: "note", person: seat.person.key, moment: moment.id } as const;
  if (dice.chance(COMES)) {
    const minute = anyMinute(given);
    ledger.does({ ...helper(given), minute }, { ...noted, state: "present" });
    practise(seat, minute + PRACTICE_MINUTES, given);
    return;
  }
  const minute = minutesOf(moment.until) + dice.between(0, 2);
  ledger.does({ ...helper(given), minute }, { ...noted, state: "absent" });
  if (seat.question) ledger.waiting.push(seat.question);
}

/** People whom the desk knows and who come without a place. */
function walkIn(given: MomentDay): void {
  const { day, moment, ledger, dice } = given;
  const others = ledger.known.filter(
    ({ person, since }) =>
      since < day &&
      person.municipality === moment.municipality &&
      ledger.hasRoomFor(person, moment),
  );
  for (const { person } of dice.shuffled(others).slice(0, dice.between(0, 2))) {
    const question = ledger.waiting.find((one) => one.person === person && one.since < day);
    const asked = question ? { question: question.key } : {};
    const act = {
      does: "book",
      person: person.key,
      moment: moment.id,
      ...asked,
      arrived: true,
    } as const;
    ledger.does({ ...desk(given), minute: anyMinute(given) }, act);
    ledger.seat(moment, question ? { person, question, since: day } : { person, since: day });
  }
}

/** People who give no name: a tap each, and now and then a slip of the finger taken back. */
function countVisitors(given: MomentDay): void {
  const { moment, ledger, dice } = given;
  const tap = (minute: number, change: 1 | -1): void =>
    ledger.does({ ...helper(given), minute }, { does: "count", moment: moment.id, change });
  for (let visitor = dice.between(1, MOST_VISITORS); visitor > 0; visitor -= 1) {
    const minute = anyMinute(given);
    tap(minute, 1);
    if (!dice.chance(0.05)) continue;
    tap(minute, 1);
    tap(minute + 1, -1);
  }
}

/** One moment of a Digiclub: who was expected, who walks in, who is only counted. */
export function liveMoment(given: MomentDay): void {
  for (const seat of given.ledger.seatsOf(given.moment)) attend(seat, given);
  walkIn(given);
  countVisitors(given);
}
