import type { Day } from "./calendar.ts";
import type { Act, Intent } from "./deed.ts";
import type { Person } from "./people.ts";
import type { Moment } from "./setting.ts";

/** A question that waits. */
export type Open = {
  key: string;
  person: Person;
  since: Day;
  /** Who wrote it down. */
  by: string;
  /** Whether the person can come at the hours of the moments. */
  canCome: boolean;
};

/** Somebody's place in a moment. */
export type Seat = { person: Person; since: Day; question?: Open };

/** Somebody, and since when the desks know them. */
export type Known = { person: Person; since: Day };

/** Places that are left for who walks in. */
const MOST_BOOKED = 9;

/** What everybody knows so far, while the year goes by. */
export class Ledger {
  readonly intents: Intent[] = [];
  readonly known: Known[] = [];
  waiting: Open[] = [];
  private readonly seats = new Map<string, Seat[]>();
  private questions = 0;

  does(when: Omit<Intent, "act">, act: Act): void {
    this.intents.push({ ...when, act });
  }

  nextQuestion(): string {
    this.questions += 1;
    return `question-${this.questions}`;
  }

  seatsOf({ id }: Moment): readonly Seat[] {
    return this.seats.get(id) ?? [];
  }

  hasRoomFor(person: Person, moment: Moment): boolean {
    const seats = this.seatsOf(moment);
    return seats.length < MOST_BOOKED && seats.every((seat) => seat.person.key !== person.key);
  }

  /** Gives somebody a place, so that their question waits no longer. */
  seat(moment: Moment, seat: Seat): void {
    this.seats.set(moment.id, [...this.seatsOf(moment), seat]);
    this.forget(seat.question);
  }

  leave(moment: Moment, seat: Seat): void {
    this.seats.set(
      moment.id,
      this.seatsOf(moment).filter((other) => other !== seat),
    );
    if (seat.question) this.waiting.push(seat.question);
  }

  forget(question: Open | undefined): void {
    this.waiting = this.waiting.filter((other) => other !== question);
  }
}
