import { apiAnswer, invalid, NO_STORE, parse, postedJson } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import { askedBy } from "../command.ts";
import type { AgendaDeps } from "../deps.ts";
import { countVisitor } from "../use-cases/count-visitor.ts";
import { OccurrenceRef } from "./bookings.ts";
import { refused } from "./refused.ts";

export const VisitorsBody = z.object({
  occurrence: OccurrenceRef,
  change: z.union([z.literal(1), z.literal(-1)], { error: "Give 1 or -1." }),
});
export const VisitorsAnswer = z.object({ occurrence: OccurrenceRef, visitors: z.number() });

/** POST /api/agenda/visitors: counts one visitor without a name, or takes one off. */
export const changeVisitors: Handle<AgendaDeps> = (deps) => async (context) => {
  const body = parse(VisitorsBody, postedJson(context.request));
  if (!body.ok) return invalid(body.issues);
  const { occurrence, change } = body.value;
  const asked = askedBy(context);
  const outcome = await countVisitor(deps)(context.scope, { occurrence, change, asked });
  return outcome.ok
    ? apiAnswer(VisitorsAnswer, { occurrence, visitors: outcome.value }, NO_STORE)
    : refused(outcome.refusal);
};
