import { isId } from "@digihulp/kernel";
import { html, idempotencyKeyOf, NO_STORE, NOT_FOUND, postedFields, seeOther } from "@digihulp/web";
import type { Answer, Handle, ScopedContext } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import type { PersonId } from "../domain/ids.ts";
import { intakeTyped } from "../domain/intake.ts";
import { registerClient } from "../use-cases/register-client.ts";
import { BEGIN_FIELD, errorsOf, formKeyOf, NOT_SAME_FIELD } from "./intake-form.ts";
import { typedIn, UNTYPED } from "./intake-form.ts";
import { RegisterClientView } from "./register-client.tsx";
import type { RegisterClientProps } from "./register-client.tsx";
import { staffOf } from "./staff.ts";

type Shown = Partial<Pick<RegisterClientProps, "typed" | "errors" | "alike" | "refusal">>;

function show({ now }: RegistrationDeps, context: ScopedContext, shown: Shown): Answer {
  const staff = staffOf(context);
  if (!staff) return NOT_FOUND;
  const { typed = UNTYPED, errors = [], alike, refusal } = shown;
  const view = (
    <RegisterClientView
      {...staff}
      typed={typed}
      errors={errors}
      formKey={formKeyOf(context.request, now(), refusal)}
      {...(alike ? { alike } : {})}
      refusal={refusal}
    />
  );
  if (errors.length > 0) return html(422, view.toString(), NO_STORE);
  return html(alike || refusal ? 409 : 200, view.toString(), NO_STORE);
}

const ruledOut = (fields: Readonly<Record<string, string>>): PersonId[] =>
  (fields[NOT_SAME_FIELD] ?? "").split(" ").filter(isId("per"));

/** GET /registratie/nieuw: an empty form. */
export const registerClientPage: Handle<RegistrationDeps> = (deps) => async (context) =>
  show(deps, context, {});

/** POST /registratie/nieuw: registers, asks whether it is somebody who is known, or says what is missing. */
export const registerClientPost: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, region, now, actor, scope } = context;
  const fields = postedFields(request);
  const typed = typedIn(request);
  if (fields[BEGIN_FIELD]) return show(deps, context, { typed: { ...UNTYPED, name: typed.name } });
  const intake = intakeTyped(typed, { themes: region.themes, today: now.date });
  if (!intake.ok) return show(deps, context, { typed, errors: errorsOf(intake.refusal) });
  const outcome = await registerClient(deps)(scope, {
    actor,
    intake: intake.value,
    notSameAs: ruledOut(fields),
    idempotencyKey: idempotencyKeyOf(request, actor),
  });
  if (outcome.ok) return seeOther(`/registratie/persoon/${outcome.value.person}`);
  const { refusal } = outcome;
  if (refusal.kind !== "possible-duplicate")
    return show(deps, context, { typed, refusal: refusal.kind });
  const people = await deps.register.known(scope, refusal.people);
  return show(deps, context, { typed, alike: { people, ids: refusal.people } });
};
