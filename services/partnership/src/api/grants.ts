import { isCalendarDate, isId } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import { apiAnswer, invalid, NO_STORE, NOT_FOUND, parse, postedJson } from "@digihulp/web";
import type { Answer, Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { PartnershipDeps } from "../deps.ts";
import { stateOf } from "../domain/grant.ts";
import type { Grant } from "../domain/grant.ts";
import type { GrantRefusalKind } from "../locale/grants.ts";
import { askedBy } from "../pages/asked.ts";
import { tenantGrants } from "../store/grant-rows.ts";
import { endGrant } from "../use-cases/end-grant.ts";
import { giveGrant } from "../use-cases/give-grant.ts";

const date = z.custom<CalendarDate>(isCalendarDate, { error: "Give a date as YYYY-MM-DD." });

/** What a municipality gives: an organisation's id, and days with both ends included. */
export const GrantBody = z.object({
  organisation: z.string().check(z.minLength(1), z.maxLength(60)),
  from: date,
  until: z.optional(z.nullable(date)),
});

export const GrantAnswer = z.object({
  id: z.string(),
  organisation: z.string(),
  from: z.string(),
  until: z.nullable(z.string()),
  endedOn: z.nullable(z.string()),
  state: z.enum(["future", "active", "expired", "ended"]),
});
export const GrantsAnswer = z.object({ grants: z.array(GrantAnswer) });

const TITLE = {
  "organisation-unknown": "There is no such organisation that can get a grant.",
  "in-the-past": "A grant cannot begin in the past.",
  "until-before-from": "The last day comes before the first.",
  "overlapping-grant": "The organisation has a grant on some of these days.",
  "already-ended": "The grant is over.",
  "grant-unknown": "There is no such grant.",
  "changed-meanwhile": "Something changed meanwhile; try again.",
  "idempotency-key-reused": "This Idempotency-Key was used for another request.",
} as const satisfies Record<GrantRefusalKind, string>;

const shown = (grant: Grant, today: CalendarDate) => ({ ...grant, state: stateOf(grant, today) });

const conflict = (code: GrantRefusalKind): Answer =>
  code === "grant-unknown" ? NOT_FOUND : { kind: "conflict", code, title: TITLE[code] };

/** GET /api/partnership/grants: what the municipality gave, the newest first. */
export const listGrants: Handle<PartnershipDeps> =
  ({ table }) =>
  async ({ scope, now }) => {
    const grants = await tenantGrants(table).all(scope);
    const shownOnes = grants.map((grant) => shown(grant, now.date));
    return apiAnswer(GrantsAnswer, { grants: shownOnes }, NO_STORE);
  };

/** POST /api/partnership/grants. */
export const postGrant: Handle<PartnershipDeps> = (deps) => async (context) => {
  const { region, scope, now, request } = context;
  const json = postedJson(request);
  if (json === undefined) return { kind: "malformed" };
  const body = parse(GrantBody, json);
  if (!body.ok) return invalid(body.issues);
  const { organisation, from, until = null } = body.value;
  const command = { region, organisation, from, until, asked: askedBy(context) };
  const given = await giveGrant(deps)(scope, command);
  return given.ok
    ? apiAnswer(GrantAnswer, shown(given.value, now.date), NO_STORE)
    : conflict(given.refusal.kind);
};

/** POST /api/partnership/grants/:id/end. */
export const postGrantEnd: Handle<PartnershipDeps> = (deps) => async (context) => {
  const { scope, now, params } = context;
  const grant = params["id"];
  if (!isId("grant")(grant)) return NOT_FOUND;
  const ended = await endGrant(deps)(scope, { grant, asked: askedBy(context) });
  return ended.ok
    ? apiAnswer(GrantAnswer, shown(ended.value, now.date), NO_STORE)
    : conflict(ended.refusal.kind);
};
