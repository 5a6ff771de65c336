import type { Id, WallTime } from "@digihulp/kernel";

export type PersonId = Id<"per">;
export type QuestionId = Id<"qst">;

/** For whom, and with which question if it has one of its own. */
export type For = { readonly person: PersonId; readonly question?: QuestionId };

export type Booked = For & { readonly state: "booked" };
/** `noted` is when somebody pressed the button, in Brussels. */
export type Present = For & { readonly state: "present"; readonly noted: WallTime };
export type Absent = For & { readonly state: "absent"; readonly noted: WallTime };
export type Cancelled = For & { readonly state: "cancelled" };

/** One person's place in one moment. */
export type Booking = Booked | Present | Absent | Cancelled;

const whose = ({ person, question }: For): For =>
  question === undefined ? { person } : { person, question };

export const book = (wish: For): Booked => ({ ...whose(wish), state: "booked" });

/** Somebody who came, also when they were given up already. */
export const attend = (booking: Booked | Absent, noted: WallTime): Present => ({
  ...whose(booking),
  state: "present",
  noted,
});

export const miss = (booking: Booked, noted: WallTime): Absent => ({
  ...whose(booking),
  state: "absent",
  noted,
});

export const undo = (booking: Present | Absent): Booked => book(booking);

export const cancel = (booking: Booked): Cancelled => ({ ...whose(booking), state: "cancelled" });
