import { undoAttendance as decide } from "../domain/attendance.ts";
import { bookingCommand } from "./booking-command.ts";

/** Takes back what was noted today by mistake. */
export const undoAttendance = bookingCommand("undo-attendance", decide);
