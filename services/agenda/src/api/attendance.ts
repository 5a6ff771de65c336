import { isCalendarDate } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import { apiAnswer, fieldsOf, invalid, NO_STORE, parse, postedJson } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import { askedBy } from "../command.ts";
import type { AgendaDeps } from "../deps.ts";
import { ownDigiclub } from "../place-of-work.ts";
import { checkInClient } from "../use-cases/check-in-client.ts";
import { markAbsent } from "../use-cases/mark-absent.ts";
import { todayAt } from "../use-cases/today-at.ts";
import { undoAttendance } from "../use-cases/undo-attendance.ts";
import { BookingAnswer, bookingAnswered, OccurrenceRef, PersonRef } from "./bookings.ts";

export const AttendanceBody = z.object({
  occurrence: OccurrenceRef,
  person: PersonRef,
  /** `booked` takes back what was noted today by mistake. */
  state: z.enum(["present", "absent", "booked"]),
});

const BY_STATE = { present: checkInClient, absent: markAbsent, booked: undoAttendance } as const;

/** POST /api/agenda/attendance: notes that somebody is there, did not come, or takes that back. */
export const keepAttendance: Handle<AgendaDeps> = (deps) => async (context) => {
  const body = parse(AttendanceBody, postedJson(context.request));
  if (!body.ok) return invalid(body.issues);
  const { occurrence, person, state } = body.value;
  const command = { occurrence, person, asked: askedBy(context) };
  return bookingAnswered(await BY_STATE[state](deps)(context.scope, command));
};

export const AttendanceQuery = z.object({
  date: z.optional(z.custom<CalendarDate>(isCalendarDate, { error: "Give a date as YYYY-MM-DD." })),
});

export const AttendanceAnswer = z.object({
  date: z.string(),
  moments: z.array(
    z.object({
      occurrence: z.string(),
      digiclub: z.string(),
      from: z.string(),
      until: z.string(),
      state: z.enum(["planned", "cancelled"]),
      capacity: z.number(),
      taken: z.number(),
      visitors: z.number(),
      bookings: z.array(BookingAnswer),
    }),
  ),
});

/** GET /api/agenda/attendance: one day at the place of work, people as ids. */
export const listAttendance: Handle<AgendaDeps> = (deps) => async (context) => {
  const { request, now, scope } = context;
  const query = parse(AttendanceQuery, fieldsOf(request.query));
  if (!query.ok) return invalid(query.issues);
  const { date = now.date } = query.value;
  const day = await todayAt(deps)(scope, { date, digiclub: ownDigiclub(context)?.id });
  const moments = day.moments.map(({ occurrence, seats, visitors, bookings }) => ({
    ...occurrence,
    occurrence: occurrence.id,
    ...seats,
    visitors,
    bookings,
  }));
  return apiAnswer(AttendanceAnswer, { date, moments }, NO_STORE);
};
