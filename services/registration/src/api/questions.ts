import { isId } from "@digihulp/kernel";
import { PersonCard } from "@digihulp/people";
import { apiAnswer, idempotencyKeyOf, invalid, NO_STORE, NOT_FOUND, parse } from "@digihulp/web";
import { postedJson } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { RegistrationDeps } from "../deps.ts";
import { isQuestionId } from "../domain/ids.ts";
import type { QuestionId } from "../domain/ids.ts";
import { wishTyped } from "../domain/intake.ts";
import { AskedQuestion, askQuestion } from "../use-cases/ask-question.ts";
import { waitingList } from "../use-cases/waiting-list.ts";
import { withdrawQuestion } from "../use-cases/withdraw-question.ts";
import { issuesSent, WishBody, wishSent } from "./client-body.ts";
import { refused } from "./refused.ts";

const PAGE_SIZE = 100;

const QuestionRef = z.custom<QuestionId>(isQuestionId, { error: "Give a question id." });

export const AskedAnswer = AskedQuestion;
export const WithdrawnAnswer = z.object({ state: z.literal("withdrawn") });
/** `after`: the last question of the page before it. */
export const WaitingQuery = z.object({ after: z.optional(QuestionRef) });
export const WaitingAnswer = z.object({
  people: z.array(
    z.object({ id: QuestionRef, theme: z.string(), createdAt: z.number(), card: PersonCard }),
  ),
  hasMore: z.boolean(),
});

/** POST /api/registration/clients/:id/questions: another question of somebody who is known. */
export const postQuestion: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, region, actor, scope, params } = context;
  const { id: person } = params;
  if (!isId("per")(person)) return NOT_FOUND;
  const body = parse(WishBody, postedJson(request));
  if (!body.ok) return invalid(body.issues);
  const wish = wishTyped(wishSent(body.value), region.themes);
  if (!wish.ok) return invalid(issuesSent(wish.refusal));
  const idempotencyKey = idempotencyKeyOf(request, actor);
  const command = { actor, person, wish: wish.value, idempotencyKey };
  const outcome = await askQuestion(deps)(scope, command);
  return outcome.ok ? apiAnswer(AskedAnswer, outcome.value, NO_STORE) : refused(outcome.refusal);
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

/** GET /api/registration/waiting-list: who waits, longest first. */
export const getWaitingList: Handle<RegistrationDeps> = (deps) => async (context) => {
  const query = parse(WaitingQuery, Object.fromEntries(context.request.query));
  if (!query.ok) return invalid(query.issues);
  const { after } = query.value;
  const list = await waitingList(deps)(context.scope, { size: PAGE_SIZE, after });
  return apiAnswer(WaitingAnswer, list, NO_STORE);
};
