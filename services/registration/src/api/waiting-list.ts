import { apiAnswer, invalid, NO_STORE, parse } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { RegistrationDeps } from "../deps.ts";
import { isQuestionId } from "../domain/ids.ts";
import type { QuestionId } from "../domain/ids.ts";
import { waitingList } from "../use-cases/waiting-list.ts";
import { WaitingAnswer } from "./answers.ts";

const PAGE_SIZE = 100;

/** `after`: the last question of the page before it. */
export const WaitingQuery = z.object({
  after: z.optional(z.custom<QuestionId>(isQuestionId, { error: "Give a question id." })),
});

/** GET /api/registration/waiting-list: who waits, longest first. */
export const getWaitingList: Handle<RegistrationDeps> = (deps) => async (context) => {
  const query = parse(WaitingQuery, Object.fromEntries(context.request.query));
  if (!query.ok) return invalid(query.issues);
  const { after } = query.value;
  const list = await waitingList(deps)(context.scope, { size: PAGE_SIZE, after });
  return apiAnswer(WaitingAnswer, list, NO_STORE);
};
