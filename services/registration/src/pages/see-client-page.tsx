import { isId } from "@digihulp/kernel";
import { html, NO_STORE, NOT_FOUND } from "@digihulp/web";
import type { Answer, Handle, ScopedContext } from "@digihulp/web";
import type { FieldError } from "@digihulp/web/look";
import type { RegistrationDeps } from "../deps.ts";
import type { PersonId } from "../domain/ids.ts";
import type { TypedIntake } from "../domain/intake.ts";
import type { RefusalKind } from "../locale/refusals.ts";
import { seeClient } from "../use-cases/see-client.ts";
import { formKeyOf, UNTYPED } from "./intake-form.ts";
import { SeeClientView } from "./see-client.tsx";
import { mayPlan, staffOf } from "./staff.ts";

type Shown = {
  readonly person: PersonId;
  readonly typed?: TypedIntake;
  readonly errors?: readonly FieldError[];
  readonly refusal?: RefusalKind;
};

/** The page of a person as it stands now: with what was missing in a form (422), or a refusal (409). */
export async function showClient(
  deps: RegistrationDeps,
  context: ScopedContext,
  { person, typed = UNTYPED, errors = [], refusal }: Shown,
): Promise<Answer> {
  const { scope, actor, now, request } = context;
  const staff = staffOf(context);
  const seen = staff && (await seeClient(deps)(scope, { actor, person }));
  if (!staff || !seen) return NOT_FOUND;
  const view = (
    <SeeClientView
      {...staff}
      seen={seen}
      today={now.date}
      typed={typed}
      errors={errors}
      refusal={refusal}
      formKey={formKeyOf(request, deps.now(), refusal)}
      mayPlan={mayPlan(context)}
    />
  );
  if (errors.length > 0) return html(422, view.toString(), NO_STORE);
  return html(refusal ? 409 : 200, view.toString(), NO_STORE);
}

/** GET /registratie/persoon/:id: one person. */
export const seeClientPage: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { id } = context.params;
  return isId("per")(id) ? showClient(deps, context, { person: id }) : NOT_FOUND;
};
