import { isId } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { apiAnswer, invalid, NOT_FOUND, NO_STORE, parse, postedJson } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import { askedBy } from "../command.ts";
import type { AgendaDeps } from "../deps.ts";
import type { Booking, PersonId, QuestionId } from "../domain/booking.ts";
import type { OccurrenceId } from "../domain/occurrence.ts";
import { alsoAllowed } from "../place-of-work.ts";
import { StoredBooking } from "../store/booking-item.ts";
import { bookClient } from "../use-cases/book-client.ts";
import type { BookingRefusal } from "../use-cases/booking-command.ts";
import { cancelBooking } from "../use-cases/cancel-booking.ts";
import { receiveWalkIn } from "../use-cases/receive-walk-in.ts";
import { refused } from "./refused.ts";

export const OccurrenceRef = z.custom<OccurrenceId>(isId("occ"), {
  error: "Give an occurrence id.",
});
export const PersonRef = z.custom<PersonId>(isId("per"), { error: "Give a person id." });
const QuestionRef = z.custom<QuestionId>(isId("qst"), { error: "Give a question id." });

/** Somebody planned in; `arrived` books and checks in at once who walks in. */
export const BookingBody = z.object({
  occurrence: OccurrenceRef,
  person: PersonRef,
  question: z.optional(QuestionRef),
  arrived: z.optional(z.boolean()),
});
export const BookingAnswer = StoredBooking;

/** A booking as it stands after a command, or why it does not. */
export const bookingAnswered = (outcome: Result<Booking, BookingRefusal>) =>
  outcome.ok ? apiAnswer(BookingAnswer, outcome.value, NO_STORE) : refused(outcome.refusal);

/** POST /api/agenda/bookings: plans a person in. */
export const makeBooking: Handle<AgendaDeps> = (deps) => async (context) => {
  const { request, scope } = context;
  const body = parse(BookingBody, postedJson(request));
  if (!body.ok) return invalid(body.issues);
  const { occurrence, person, question, arrived = false } = body.value;
  if (!(await deps.cards(scope, [person])).has(person)) return NOT_FOUND;
  if (arrived && !alsoAllowed(context, "attendance:keep")) return NOT_FOUND;
  const whose = { person, ...(question ? { question } : {}) };
  const command = { ...whose, occurrence, asked: askedBy(context) };
  return bookingAnswered(await (arrived ? receiveWalkIn : bookClient)(deps)(scope, command));
};

/** DELETE /api/agenda/bookings/:occurrence/:person: calls a booking off. */
export const removeBooking: Handle<AgendaDeps> = (deps) => async (context) => {
  const { occurrence, person } = context.params;
  if (!isId("occ")(occurrence) || !isId("per")(person)) return NOT_FOUND;
  const command = { occurrence, person, asked: askedBy(context) };
  return bookingAnswered(await cancelBooking(deps)(context.scope, command));
};
