import { cancelBooking as decide } from "../domain/attendance.ts";
import { bookingCommand } from "./booking-command.ts";

/** Calls a booking off; its place is free in the same commit. */
export const cancelBooking = bookingCommand("cancel-booking", decide);
