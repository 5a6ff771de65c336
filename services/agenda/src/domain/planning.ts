import type { WallTime } from "@digihulp/kernel";
import type { DigiclubId } from "@digihulp/region";
import type { Booking } from "./booking.ts";
import { isPast } from "./occurrence.ts";
import type { Occurrence } from "./occurrence.ts";
import { hasFree } from "./seats.ts";
import type { Seats } from "./seats.ts";

/** A moment that somebody could be planned into, and their booking there if they have one already. */
export type Ahead = {
  readonly occurrence: Occurrence;
  readonly seats: Seats;
  readonly booking: Booking | undefined;
};

/** The moments of the planner's own Digiclub, and those elsewhere in the municipality. */
export type Places<Thing> = { readonly own: readonly Thing[]; readonly others: readonly Thing[] };

// Two rows for each of 48 moments fit in one batch read of a hundred keys.
const MOST_LOOKED_AT = 24;
const MOST_OFFERED = 5;

const isToCome =
  (now: WallTime) =>
  (occurrence: Occurrence): boolean =>
    occurrence.state === "planned" && !isPast(occurrence, now);

/** The moments to look at first: one's own Digiclub and the rest apart, each soonest first. */
export function candidates(
  moments: readonly Occurrence[],
  now: WallTime,
  digiclub: DigiclubId | undefined,
): Places<Occurrence> {
  const toCome = moments.filter(isToCome(now));
  const isOwn = (moment: Occurrence): boolean => moment.digiclub === digiclub;
  return {
    own: toCome.filter(isOwn).slice(0, MOST_LOOKED_AT),
    others: toCome.filter((moment) => !isOwn(moment)).slice(0, MOST_LOOKED_AT),
  };
}

export const isBookedIn = ({ booking }: Ahead): boolean =>
  booking !== undefined && booking.state !== "cancelled";

/** What is worth offering: a free place, or one that this person has. */
export const offered = (moments: readonly Ahead[]): Ahead[] =>
  moments.filter((ahead) => isBookedIn(ahead) || hasFree(ahead.seats)).slice(0, MOST_OFFERED);
