import { bookClient as decide } from "../domain/attendance.ts";
import { bookingCommand } from "./booking-command.ts";

/** Plans somebody in: a place and a booking in one commit. */
export const bookClient = bookingCommand("book-client", decide);
