import { checkInClient as decide } from "../domain/attendance.ts";
import { bookingCommand } from "./booking-command.ts";

/** Notes that somebody who was expected came. */
export const checkInClient = bookingCommand("check-in-client", decide);
