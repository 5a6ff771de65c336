import { accept, refuse } from "@digihulp/kernel";
import type { Result, WallTime } from "@digihulp/kernel";
import { attend, book, cancel, miss, undo } from "./booking.ts";
import type { Booking, For } from "./booking.ts";
import { isPast } from "./occurrence.ts";
import type { Occurrence } from "./occurrence.ts";
import { freeOne, takeOne } from "./seats.ts";
import type { Seats } from "./seats.ts";

/** What stands before a command: the moment, its places, and this person's booking if there is one. */
export type Before = {
  readonly occurrence: Occurrence;
  readonly seats: Seats;
  readonly booking: Booking | undefined;
};

/** What happened, as the event says it. */
export type AttendanceEvent =
  | "booking-made"
  | "booking-cancelled"
  | "client-attended"
  | "client-absent"
  | "attendance-undone";

/** What stands after it. Without `happened` it stood there already; without `seats` those stay as they are. */
export type After = {
  readonly booking: Booking;
  readonly seats?: Seats;
  readonly happened?: AttendanceEvent;
};

export type AttendanceRefusal = {
  readonly kind:
    | "moment-over"
    | "moment-cancelled"
    | "moment-not-yet"
    | "already-booked"
    | "already-present"
    | "already-absent"
    | "booking-cancelled"
    | "no-seat-left"
    | "not-booked"
    | "undo-too-late";
};

export type Decided = Result<After, AttendanceRefusal>;
/** A command: what was there, what is wished for, and the time on the wall. */
export type Decide = (before: Before, wish: For, now: WallTime) => Decided;

const asItStands = (booking: Booking): Decided => accept({ booking });
const isBeforeItsDay = ({ date }: Occurrence, now: WallTime): boolean => now.date < date;

/** Somebody who comes later: a place, unless the moment is over, cancelled or full. */
export const bookClient: Decide = ({ occurrence, seats, booking }, wish, now) => {
  if (occurrence.state === "cancelled") return refuse({ kind: "moment-cancelled" });
  if (isPast(occurrence, now)) return refuse({ kind: "moment-over" });
  if (booking && booking.state !== "cancelled") return refuse({ kind: "already-booked" });
  const taken = takeOne(seats);
  if (!taken.ok) return taken;
  return accept({ booking: book(wish), seats: taken.value, happened: "booking-made" });
};

/** Somebody who was expected came. Two desks that say so at once say the same. */
export const checkInClient: Decide = ({ occurrence, booking }, _wish, now) => {
  if (occurrence.state === "cancelled") return refuse({ kind: "moment-cancelled" });
  if (isBeforeItsDay(occurrence, now)) return refuse({ kind: "moment-not-yet" });
  if (!booking) return refuse({ kind: "not-booked" });
  if (booking.state === "present") return asItStands(booking);
  if (booking.state === "cancelled") return refuse({ kind: "booking-cancelled" });
  return accept({ booking: attend(booking, now), happened: "client-attended" });
};

/** Somebody we know walks in: a place and a tick at once; who was expected is simply ticked. */
export const receiveWalkIn: Decide = (before, wish, now) => {
  if (before.booking && before.booking.state !== "cancelled")
    return checkInClient(before, wish, now);
  if (isBeforeItsDay(before.occurrence, now)) return refuse({ kind: "moment-not-yet" });
  const booked = bookClient(before, wish, now);
  if (!booked.ok) return booked;
  return accept({
    ...booked.value,
    booking: attend(book(wish), now),
    happened: "client-attended",
  });
};

/** Somebody who was expected did not come. */
export const markAbsent: Decide = ({ occurrence, booking }, _wish, now) => {
  if (occurrence.state === "cancelled") return refuse({ kind: "moment-cancelled" });
  if (isBeforeItsDay(occurrence, now)) return refuse({ kind: "moment-not-yet" });
  if (!booking) return refuse({ kind: "not-booked" });
  if (booking.state === "absent") return asItStands(booking);
  if (booking.state === "present") return refuse({ kind: "already-present" });
  if (booking.state === "cancelled") return refuse({ kind: "booking-cancelled" });
  return accept({ booking: miss(booking, now), happened: "client-absent" });
};

/** A slip of the finger, taken back on the day it was made. */
export const undoAttendance: Decide = ({ booking }, _wish, now) => {
  if (!booking) return refuse({ kind: "not-booked" });
  if (booking.state === "booked") return asItStands(booking);
  if (booking.state === "cancelled") return refuse({ kind: "booking-cancelled" });
  if (booking.noted.date !== now.date) return refuse({ kind: "undo-too-late" });
  return accept({ booking: undo(booking), happened: "attendance-undone" });
};

/** Somebody calls off: the place is free for another at once. */
export const cancelBooking: Decide = ({ occurrence, seats, booking }, _wish, now) => {
  if (!booking) return refuse({ kind: "not-booked" });
  if (booking.state === "cancelled") return asItStands(booking);
  if (booking.state === "present") return refuse({ kind: "already-present" });
  if (booking.state === "absent") return refuse({ kind: "already-absent" });
  if (isPast(occurrence, now)) return refuse({ kind: "moment-over" });
  return accept({ booking: cancel(booking), seats: freeOne(seats), happened: "booking-cancelled" });
};
