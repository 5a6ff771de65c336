import { isId } from "@digihulp/kernel";
import { apiAnswer, idempotencyKeyOf, invalid, NO_STORE, NOT_FOUND, parse } from "@digihulp/web";
import { postedJson } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import { isShown } from "../domain/consent.ts";
import { Registered } from "../store/registration-writes.ts";
import { registerClient } from "../use-cases/register-client.ts";
import { seeClient } from "../use-cases/see-client.ts";
import { ClientAnswer } from "./answers.ts";
import { ClientBody, understoodIntake } from "./client-body.ts";
import { refused } from "./refused.ts";

/** POST /api/registration/clients: registers somebody with a question. */
export const postClient: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, actor, scope } = context;
  const body = parse(ClientBody, postedJson(request));
  if (!body.ok) return invalid(body.issues);
  const intake = understoodIntake(body.value, context);
  if (!intake.ok) return invalid(intake.issues);
  const outcome = await registerClient(deps)(scope, {
    actor,
    intake: intake.value,
    notSameAs: body.value.notSameAs ?? [],
    idempotencyKey: idempotencyKeyOf(request, actor),
  });
  return outcome.ok ? apiAnswer(Registered, outcome.value, NO_STORE) : refused(outcome.refusal);
};

/** GET /api/registration/clients/:id: one person, as this actor may see them. */
export const getClient: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { id } = context.params;
  if (!isId("per")(id)) return NOT_FOUND;
  const seen = await seeClient(deps)(context.scope, { actor: context.actor, person: id });
  if (!seen) return NOT_FOUND;
  const { card, file, questions, alike } = seen;
  const agreed = file.agreed.filter(isShown);
  return apiAnswer(ClientAnswer, { card, ...file, agreed, questions, alike }, NO_STORE);
};
