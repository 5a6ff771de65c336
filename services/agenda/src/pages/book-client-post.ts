import { isId } from "@digihulp/kernel";
import { invalid, NOT_FOUND, parse, postedFields, seeOther } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { AgendaDeps } from "../deps.ts";
import type { OccurrenceId } from "../domain/occurrence.ts";
import { bookClient } from "../use-cases/book-client.ts";
import { cancelBooking } from "../use-cases/cancel-booking.ts";
import { receiveWalkIn } from "../use-cases/receive-walk-in.ts";
import { showPlanning, Whom } from "./book-client-page.tsx";
import { PLAN_ACTIONS } from "./book-client-row.tsx";
import { askedBy, isMissing } from "../command.ts";
import { alsoAllowed } from "../place-of-work.ts";

const PlanForm = z.extend(Whom, {
  moment: z.custom<OccurrenceId>(isId("occ")),
  doe: z.enum(PLAN_ACTIONS),
});

const USE_CASES = {
  "plan-in": bookClient,
  "is-er": receiveWalkIn,
  "haal-weg": cancelBooking,
} as const;

/** POST /agenda/inplannen: plans somebody in, receives who stands there, or takes a booking out. */
export const bookClientPost: Handle<AgendaDeps> = (deps) => async (context) => {
  const { scope, request } = context;
  const form = parse(PlanForm, postedFields(request));
  if (!form.ok) return invalid(form.issues);
  const { persoon: person, vraag: question, moment: occurrence, doe } = form.value;
  const isKnown = (await deps.cards(scope, [person])).has(person);
  if (!isKnown || (doe === "is-er" && !alsoAllowed(context, "attendance:keep"))) return NOT_FOUND;
  const whose = { person, ...(question ? { question } : {}) };
  const command = { ...whose, occurrence, asked: askedBy(context) };
  const outcome = await USE_CASES[doe](deps)(scope, command);
  if (outcome.ok) return seeOther(`/registratie/persoon/${person}`);
  const { kind } = outcome.refusal;
  return isMissing(kind)
    ? NOT_FOUND
    : showPlanning(deps, context, { ...form.value, refusal: kind });
};
