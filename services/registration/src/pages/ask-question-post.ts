import { isId } from "@digihulp/kernel";
import { idempotencyKeyOf, NOT_FOUND, ownTenant, seeOther } from "@digihulp/web";
import type { Answer, Handle, ScopedContext } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import { wishTyped } from "../domain/intake.ts";
import { askQuestion } from "../use-cases/ask-question.ts";
import { errorsOf, typedIn } from "./intake-form.ts";
import { showClient } from "./see-client-page.tsx";

type Shown = Parameters<typeof showClient>[2];

/** Shows the person again, to who may read the file as well as add to it. */
export async function showAgain(
  deps: RegistrationDeps,
  context: ScopedContext,
  shown: Shown,
): Promise<Answer> {
  const tenant = ownTenant(context);
  const scope = tenant && context.ask("client:read", tenant);
  return scope ? showClient(deps, { ...context, scope }, shown) : NOT_FOUND;
}

/** POST /registratie/persoon/:id/vraag: another question of somebody who is known. */
export const askQuestionPost: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, region, actor, scope, params } = context;
  const { id: person } = params;
  if (!isId("per")(person)) return NOT_FOUND;
  const typed = typedIn(request);
  const wish = wishTyped(typed, region.themes);
  if (!wish.ok) return showAgain(deps, context, { person, typed, errors: errorsOf(wish.refusal) });
  const idempotencyKey = idempotencyKeyOf(request, actor);
  const command = { actor, person, wish: wish.value, idempotencyKey };
  const outcome = await askQuestion(deps)(scope, command);
  if (outcome.ok) return seeOther(`/registratie/persoon/${person}`);
  const { kind } = outcome.refusal;
  return kind === "unknown-client"
    ? NOT_FOUND
    : showAgain(deps, context, { person, typed, refusal: kind });
};
