import { isId } from "@digihulp/kernel";
import { invalid, NOT_FOUND, parse, postedFields } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { AgendaDeps } from "../deps.ts";
import type { PersonId } from "../domain/booking.ts";
import { checkInClient } from "../use-cases/check-in-client.ts";
import { markAbsent } from "../use-cases/mark-absent.ts";
import { undoAttendance } from "../use-cases/undo-attendance.ts";
import { askedBy } from "../command.ts";
import { personAnchor } from "./today-links.ts";
import { backToToday } from "./today-page.tsx";

const PresenceForm = z.object({
  persoon: z.custom<PersonId>(isId("per")),
  staat: z.enum(["er", "toch-niet", "niet-gekomen"]),
});

const BY_STATE = {
  er: checkInClient,
  "toch-niet": undoAttendance,
  "niet-gekomen": markAbsent,
} as const;

/** POST /agenda/vandaag/:occurrence/aanwezig: somebody is there, after all not, or did not come. */
export const presencePost: Handle<AgendaDeps> = (deps) => async (context) => {
  const { occurrence } = context.params;
  if (!isId("occ")(occurrence)) return NOT_FOUND;
  const form = parse(PresenceForm, postedFields(context.request));
  if (!form.ok) return invalid(form.issues);
  const { persoon: person, staat } = form.value;
  const command = { occurrence, person, asked: askedBy(context) };
  const outcome = await BY_STATE[staat](deps)(context.scope, command);
  return backToToday(deps, context, { outcome, anchor: personAnchor(occurrence, person) });
};
