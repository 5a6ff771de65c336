import { brusselsInstant, isCalendarDate, isId } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import {
  html,
  memberShell,
  NO_STORE,
  NOT_FOUND,
  newFormKey,
  parse,
  postedFields,
  seeOther,
} from "@digihulp/web";
import type { Answer, Handle, ScopedContext } from "@digihulp/web";
import type { FieldError } from "@digihulp/web/look";
import * as z from "zod/mini";
import type { PartnershipDeps } from "../deps.ts";
import { grantTexts } from "../locale/grants.ts";
import type { GrantRefusalKind } from "../locale/grants.ts";
import { tenantGrants } from "../store/grant-rows.ts";
import { endGrant } from "../use-cases/end-grant.ts";
import { giveGrant } from "../use-cases/give-grant.ts";
import { askedBy } from "./asked.ts";
import { AccessView } from "./access.tsx";
import type { TypedGrant } from "./access.tsx";

const { errors: words } = grantTexts;
const date = (error: string) => z.custom<CalendarDate>(isCalendarDate, { error });
const lastDay = z.pipe(
  z.transform((typed) => (typed === "" || typed === undefined ? null : typed)),
  z.nullable(date(words.tot)),
);

const GrantForm = z.object({
  organisatie: z.string({ error: words.organisatie }).check(z.minLength(1, words.organisatie)),
  vanaf: date(words.vanaf),
  tot: lastDay,
});

type Shown = {
  readonly typed: TypedGrant;
  readonly errors: readonly FieldError[];
  readonly refusal?: GrantRefusalKind;
};

async function show(
  { table }: PartnershipDeps,
  context: ScopedContext,
  { typed, errors, refusal }: Shown,
): Promise<Answer> {
  const { region, scope, now } = context;
  const member = memberShell(context);
  if (!member) return NOT_FOUND;
  const view = (
    <AccessView
      region={region}
      member={member}
      grants={await tenantGrants(table).all(scope)}
      today={now.date}
      formKey={newFormKey(brusselsInstant(now))}
      typed={typed}
      errors={errors}
      refusal={refusal}
    />
  );
  const accepted = errors.length === 0 ? 200 : 422;
  return html(refusal ? 409 : accepted, view.toString(), NO_STORE);
}

/** GET /beheer/toegang: who has access to the municipality. */
export const accessPage: Handle<PartnershipDeps> = (deps) => (context) =>
  show(deps, context, { typed: { vanaf: context.now.date }, errors: [] });

/** POST /beheer/toegang: gives an organisation access. */
export const giveAccess: Handle<PartnershipDeps> = (deps) => async (context) => {
  const { region, scope, request } = context;
  const typed: TypedGrant = postedFields(request);
  const form = parse(GrantForm, typed);
  if (!form.ok) {
    const errors = form.issues.map(({ field, message }) => ({ field, text: message }));
    return show(deps, context, { typed, errors });
  }
  const { organisatie: organisation, vanaf: from, tot: until } = form.value;
  const command = { region, organisation, from, until, asked: askedBy(context) };
  const given = await giveGrant(deps)(scope, command);
  if (given.ok) return seeOther("/beheer/toegang");
  return show(deps, context, { typed, errors: [], refusal: given.refusal.kind });
};

/** POST /beheer/toegang/:id/einde: takes access back. */
export const endAccess: Handle<PartnershipDeps> = (deps) => async (context) => {
  const { scope, params } = context;
  const grant = params["id"];
  if (!isId("grant")(grant)) return NOT_FOUND;
  const ended = await endGrant(deps)(scope, { grant, asked: askedBy(context) });
  if (ended.ok) return seeOther("/beheer/toegang");
  const { kind } = ended.refusal;
  if (kind === "grant-unknown") return NOT_FOUND;
  return show(deps, context, { typed: { vanaf: context.now.date }, errors: [], refusal: kind });
};
