import { receiveWalkIn as decide } from "../domain/attendance.ts";
import { bookingCommand } from "./booking-command.ts";

/** Books somebody we know who walks in, and notes at once that they came. */
export const receiveWalkIn = bookingCommand("receive-walk-in", decide);
