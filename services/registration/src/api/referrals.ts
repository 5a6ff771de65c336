import { apiAnswer, idempotencyKeyOf, invalid, NO_STORE, NOT_FOUND, parse } from "@digihulp/web";
import { postedJson } from "@digihulp/web";
import type { Context, Handle } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import { organisationOf, rowsOf } from "../referring.ts";
import { Registered } from "../store/registration-writes.ts";
import { referClient } from "../use-cases/refer-client.ts";
import { ReferralBody, understoodIntake } from "./client-body.ts";
import { refused } from "./refused.ts";

/** The rows of the municipality that the address names. */
export const addressedRows = (context: Context) =>
  rowsOf(context, context.params["municipality"] ?? "");

/** POST /api/registration/municipalities/:municipality/referrals: passes a question on. */
export const postReferral: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, actor, scope } = context;
  const organisation = organisationOf(context);
  if (!organisation) return NOT_FOUND;
  const body = parse(ReferralBody, postedJson(request));
  if (!body.ok) return invalid(body.issues);
  const intake = understoodIntake(body.value, context);
  if (!intake.ok) return invalid(intake.issues);
  const idempotencyKey = idempotencyKeyOf(request, actor);
  const command = { actor, organisation, intake: intake.value, idempotencyKey };
  const outcome = await referClient(deps)(scope, command);
  return outcome.ok ? apiAnswer(Registered, outcome.value, NO_STORE) : refused(outcome.refusal);
};
