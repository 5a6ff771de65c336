import { markAbsent as decide } from "../domain/attendance.ts";
import { bookingCommand } from "./booking-command.ts";

/** Notes that somebody who was expected did not come. */
export const markAbsent = bookingCommand("mark-absent", decide);
