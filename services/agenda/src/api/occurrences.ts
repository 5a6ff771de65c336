import { isId } from "@digihulp/kernel";
import { apiAnswer, invalid, NOT_FOUND, NO_STORE, PUBLIC_CACHE } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { AgendaDeps } from "../deps.ts";
import { matches } from "../domain/filter.ts";
import { StoredOccurrence } from "../store/occurrence-item.ts";
import { askedAgenda } from "./agenda-query.ts";

/** An occurrence as the API shows it: what is public of it, and its place in the calendar. */
export const OccurrenceAnswer = z.omit(StoredOccurrence, { version: true, changedAt: true });
export const OccurrencesAnswer = z.object({
  from: z.string(),
  until: z.string(),
  occurrences: z.array(OccurrenceAnswer),
});
export const HealthAnswer = z.object({ status: z.literal("ok") });

/** Occurrences between two days, in order of time. */
export const listOccurrences: Handle<AgendaDeps> =
  ({ agenda }) =>
  async ({ request, region, now, scope }) => {
    const asked = askedAgenda(request.query, { region, today: now.date });
    if (!asked.ok) return invalid(asked.issues);
    const { filter, period } = asked.value;
    const found = await agenda.between(scope, period.from, period.until);
    const answer = { ...period, occurrences: found.filter(matches(filter)) };
    return apiAnswer(OccurrencesAnswer, answer, PUBLIC_CACHE);
  };

/** One occurrence. */
export const getOccurrence: Handle<AgendaDeps> =
  ({ agenda }) =>
  async ({ params, scope }) => {
    const { id } = params;
    if (!isId("occ")(id)) return NOT_FOUND;
    const found = await agenda.find(scope, id);
    return found ? apiAnswer(OccurrenceAnswer, found, PUBLIC_CACHE) : NOT_FOUND;
  };

/** Whether this service reaches its table. */
export const agendaHealth: Handle<AgendaDeps> =
  ({ agenda }) =>
  async ({ scope, now }) => {
    await agenda.between(scope, now.date, now.date);
    return apiAnswer(HealthAnswer, { status: "ok" }, NO_STORE);
  };
