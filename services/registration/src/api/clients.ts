import { isId } from "@digihulp/kernel";
import { PersonCard } from "@digihulp/people";
import { apiAnswer, idempotencyKeyOf, invalid, NO_STORE, NOT_FOUND, parse } from "@digihulp/web";
import { postedJson } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { RegistrationDeps } from "../deps.ts";
import { intakeTyped } from "../domain/intake.ts";
import { Registered } from "../store/registration-writes.ts";
import { findClients } from "../use-cases/find-clients.ts";
import { registerClient } from "../use-cases/register-client.ts";
import { seeClient } from "../use-cases/see-client.ts";
import { ClientBody, intakeSent, issuesSent } from "./client-body.ts";
import { QuestionAnswer } from "./question-answer.ts";
import { refused } from "./refused.ts";
import { AgreedAnswer } from "./agreed-answer.ts";

export const RegisteredAnswer = Registered;
export const SearchBody = z.object({ text: z.string() });
export const FoundAnswer = z.object({
  people: z.array(z.extend(PersonCard, { birthYear: z.optional(z.number()) })),
});
export const ClientAnswer = z.object({
  card: PersonCard,
  birthYear: z.optional(z.number()),
  agreed: z.array(AgreedAnswer),
  registeredAt: z.number(),
  questions: z.array(QuestionAnswer),
  /** People who had the same name or number when this person was registered. */
  alike: z.array(PersonCard),
});

/** POST /api/registration/clients: registers somebody with a question. */
export const postClient: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, region, now, actor, scope } = context;
  const body = parse(ClientBody, postedJson(request));
  if (!body.ok) return invalid(body.issues);
  const facts = { themes: region.themes, today: now.date };
  const intake = intakeTyped(intakeSent(body.value), facts);
  if (!intake.ok) return invalid(issuesSent(intake.refusal));
  const outcome = await registerClient(deps)(scope, {
    actor,
    intake: intake.value,
    notSameAs: body.value.notSameAs ?? [],
    idempotencyKey: idempotencyKeyOf(request, actor),
  });
  return outcome.ok
    ? apiAnswer(RegisteredAnswer, outcome.value, NO_STORE)
    : refused(outcome.refusal);
};

/** POST /api/registration/clients/search: people by name or number; in a body, so in no log. */
export const searchClients: Handle<RegistrationDeps> = (deps) => async (context) => {
  const body = parse(SearchBody, postedJson(context.request));
  if (!body.ok) return invalid(body.issues);
  const found = await findClients(deps)(context.scope, body.value.text);
  if (!found.ok) return refused(found.refusal);
  const people = found.value.map(({ card, file }) => ({ ...card, birthYear: file.birthYear }));
  return apiAnswer(FoundAnswer, { people }, NO_STORE);
};

/** GET /api/registration/clients/:id: one person, as this actor may see them. */
export const getClient: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { id } = context.params;
  if (!isId("per")(id)) return NOT_FOUND;
  const seen = await seeClient(deps)(context.scope, { actor: context.actor, person: id });
  if (!seen) return NOT_FOUND;
  const { card, file, questions, alike } = seen;
  return apiAnswer(ClientAnswer, { card, ...file, questions, alike }, NO_STORE);
};
