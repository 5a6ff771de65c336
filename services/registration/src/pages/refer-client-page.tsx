import { html, idempotencyKeyOf, NO_STORE, NOT_FOUND, postedFields, seeOther } from "@digihulp/web";
import type { Answer, Context, Handle } from "@digihulp/web";
import type { FieldError } from "@digihulp/web/look";
import type { RegistrationDeps } from "../deps.ts";
import { intakeTyped } from "../domain/intake.ts";
import type { TypedIntake } from "../domain/intake.ts";
import { nl } from "../locale/nl.ts";
import type { RefusalKind } from "../locale/refusals.ts";
import { destinationsOf, organisationOf, rowsOf } from "../referring.ts";
import { referClient } from "../use-cases/refer-client.ts";
import { AGREED_FIELD, errorsOf, formKeyOf, typedIn, UNTYPED } from "./intake-form.ts";
import { MUNICIPALITY_FIELD, ReferClientView } from "./refer-client.tsx";
import { staffOf } from "./staff.ts";

type Shown = {
  readonly typed?: TypedIntake;
  readonly chosen?: string;
  readonly errors?: readonly FieldError[];
  readonly refusal?: RefusalKind;
};

function show({ now }: RegistrationDeps, context: Context, shown: Shown): Answer {
  const staff = staffOf(context);
  if (!staff) return NOT_FOUND;
  const { typed = UNTYPED, chosen = "", errors = [], refusal } = shown;
  const view = (
    <ReferClientView
      {...staff}
      typed={typed}
      chosen={chosen}
      errors={errors}
      refusal={refusal}
      destinations={destinationsOf(context)}
      formKey={formKeyOf(context.request, now(), refusal)}
    />
  );
  if (errors.length > 0) return html(422, view.toString(), NO_STORE);
  return html(refusal ? 409 : 200, view.toString(), NO_STORE);
}

/** What is missing besides the questions about the person. */
const missing = (chosen: string, { agreed }: TypedIntake) => ({
  before: chosen === "" ? [{ field: MUNICIPALITY_FIELD, text: nl.refer.municipalityMissing }] : [],
  after: agreed.includes("may-refer")
    ? []
    : [{ field: AGREED_FIELD, text: nl.refer.agreedMissing }],
});

/** GET /registratie/toeleiden: an empty form, for the municipalities that gave a grant. */
export const referClientPage: Handle<RegistrationDeps> = (deps) => async (context) =>
  show(deps, context, {});

/** POST /registratie/toeleiden: passes a question on to the municipality that was chosen. */
export const referClientPost: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, region, now, actor, ask } = context;
  const typed = typedIn(request);
  const chosen = postedFields(request)[MUNICIPALITY_FIELD] ?? "";
  const organisation = organisationOf(context);
  const rows = rowsOf(context, chosen);
  const scope = rows && ask("client:refer", rows);
  if (!organisation || (chosen !== "" && !scope)) return NOT_FOUND;
  const { before, after } = missing(chosen, typed);
  const intake = intakeTyped(typed, { themes: region.themes, today: now.date });
  const issues = intake.ok ? [] : errorsOf(intake.refusal);
  const errors = [...before, ...issues, ...after];
  if (!intake.ok || !scope || errors.length > 0)
    return show(deps, context, { typed, chosen, errors });
  const idempotencyKey = idempotencyKeyOf(request, actor);
  const command = { actor, organisation, intake: intake.value, idempotencyKey };
  const outcome = await referClient(deps)(scope, command);
  if (!outcome.ok) return show(deps, context, { typed, chosen, refusal: outcome.refusal.kind });
  const { person, question } = outcome.value;
  const sent = new URLSearchParams({ [MUNICIPALITY_FIELD]: chosen, persoon: person });
  return seeOther(`/registratie/toegeleid/${question}?${sent.toString()}`);
};
