import { apiAnswer, idempotencyKeyOf, invalid, NO_STORE, NOT_FOUND, parse } from "@digihulp/web";
import { postedJson } from "@digihulp/web";
import type { Context, Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { RegistrationDeps } from "../deps.ts";
import { isQuestionId } from "../domain/ids.ts";
import type { QuestionId } from "../domain/ids.ts";
import { intakeTyped } from "../domain/intake.ts";
import { QUESTION_STATES } from "../domain/told.ts";
import { askedReferral, organisationOf, readsReferralsOf, rowsOf } from "../referring.ts";
import { Registered } from "../store/registration-writes.ts";
import { listReferrals } from "../use-cases/list-referrals.ts";
import type { ListedReferral } from "../use-cases/list-referrals.ts";
import { referClient } from "../use-cases/refer-client.ts";
import { seeReferral } from "../use-cases/see-referral.ts";
import { intakeSent, issuesSent, ReferralBody } from "./client-body.ts";
import { refused } from "./refused.ts";

const QuestionRef = z.custom<QuestionId>(isQuestionId);

export const ReferredAnswer = Registered;
export const ReferralAnswer = z.object({
  id: QuestionRef,
  municipality: z.string(),
  name: z.string(),
  theme: z.string(),
  state: z.enum(QUESTION_STATES),
  createdAt: z.number(),
});
/** Name, theme and state are absent where the municipality's grant ended. */
export const ReferralsAnswer = z.object({
  referrals: z.array(z.partial(ReferralAnswer)),
});

/** The rows of the municipality that the address names. */
export const addressedRows = (context: Context) =>
  rowsOf(context, context.params["municipality"] ?? "");

/** POST /api/registration/municipalities/:municipality/referrals: passes a question on. */
export const postReferral: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, region, now, actor, scope } = context;
  const organisation = organisationOf(context);
  if (!organisation) return NOT_FOUND;
  const body = parse(ReferralBody, postedJson(request));
  if (!body.ok) return invalid(body.issues);
  const facts = { themes: region.themes, today: now.date };
  const intake = intakeTyped(intakeSent(body.value), facts);
  if (!intake.ok) return invalid(issuesSent(intake.refusal));
  const idempotencyKey = idempotencyKeyOf(request, actor);
  const command = { actor, organisation, intake: intake.value, idempotencyKey };
  const outcome = await referClient(deps)(scope, command);
  return outcome.ok ? apiAnswer(ReferredAnswer, outcome.value, NO_STORE) : refused(outcome.refusal);
};

function listed(one: ListedReferral) {
  const { question: id, municipality, createdAt } = one.referral;
  if (one.access === "ended") return { id, municipality, createdAt };
  const { theme, state } = one.referral;
  return { id, municipality, createdAt, name: one.card.name, theme, state };
}

/** GET /api/registration/referrals: whom the own organisation referred, newest first. */
export const getReferrals: Handle<RegistrationDeps> = (deps) => async (context) => {
  const scopeOf = readsReferralsOf(context);
  const rows = await listReferrals(deps)(context.scope, { scopeOf });
  return apiAnswer(ReferralsAnswer, { referrals: rows.map(listed) }, NO_STORE);
};

/** GET /api/registration/referrals/:question: one of them. */
export const getReferral: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { question } = context.params;
  if (!isQuestionId(question)) return NOT_FOUND;
  const seen = await seeReferral(deps)(context.scope, askedReferral(context, question));
  return seen ? apiAnswer(ReferralAnswer, seen, NO_STORE) : NOT_FOUND;
};
