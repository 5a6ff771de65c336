import { isId } from "@digihulp/kernel";
import { idempotencyKeyOf, NOT_FOUND, seeOther } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import { isQuestionId } from "../domain/ids.ts";
import { withdrawQuestion } from "../use-cases/withdraw-question.ts";
import { showAgain } from "./ask-question-post.ts";

/** POST /registratie/persoon/:id/vraag/:question/intrekken: no more help needed with it. */
export const withdrawQuestionPost: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, actor, scope, params } = context;
  const { id: person, question } = params;
  if (!isId("per")(person) || !isQuestionId(question)) return NOT_FOUND;
  const idempotencyKey = idempotencyKeyOf(request, actor);
  const command = { actor, person, question, idempotencyKey };
  const outcome = await withdrawQuestion(deps)(scope, command);
  if (outcome.ok) return seeOther(`/registratie/persoon/${person}`);
  const { kind } = outcome.refusal;
  return kind === "unknown-question"
    ? NOT_FOUND
    : showAgain(deps, context, { person, refusal: kind });
};
