import { isId } from "@digihulp/kernel";
import { apiAnswer, idempotencyKeyOf, invalid, NO_STORE, NOT_FOUND } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import { isQuestionId } from "../domain/ids.ts";
import { AskedQuestion, askQuestion } from "../use-cases/ask-question.ts";
import { withdrawQuestion } from "../use-cases/withdraw-question.ts";
import { WithdrawnAnswer } from "./answers.ts";
import { parseWish } from "./client-body.ts";
import { refused } from "./refused.ts";

/** POST /api/registration/clients/:id/questions: another question of somebody who is known. */
export const postQuestion: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, actor, scope, params } = context;
  const { id: person } = params;
  if (!isId("per")(person)) return NOT_FOUND;
  const wish = parseWish(context);
  if (!wish.ok) return invalid(wish.issues);
  const idempotencyKey = idempotencyKeyOf(request, actor);
  const command = { actor, person, wish: wish.value, idempotencyKey };
  const outcome = await askQuestion(deps)(scope, command);
  return outcome.ok ? apiAnswer(AskedQuestion, outcome.value, NO_STORE) : refused(outcome.refusal);
};

/** POST /api/registration/clients/:id/questions/:question/withdrawal: no more help needed with it. */
export const postWithdrawal: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, actor, scope, params } = context;
  const { id: person, question } = params;
  if (!isId("per")(person) || !isQuestionId(question)) return NOT_FOUND;
  const idempotencyKey = idempotencyKeyOf(request, actor);
  const command = { actor, person, question, idempotencyKey };
  const outcome = await withdrawQuestion(deps)(scope, command);
  return outcome.ok
    ? apiAnswer(WithdrawnAnswer, { state: outcome.value }, NO_STORE)
    : refused(outcome.refusal);
};
