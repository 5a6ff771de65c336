import { isId } from "@digihulp/kernel";
import { findMunicipality } from "@digihulp/region";
import { html, NO_STORE, NOT_FOUND } from "@digihulp/web";
import type { Context, Handle } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import { isQuestionId } from "../domain/ids.ts";
import { askedReferral } from "../referring.ts";
import { seeReferral } from "../use-cases/see-referral.ts";
import type { Whereabouts } from "../use-cases/see-referral.ts";
import { MUNICIPALITY_FIELD } from "./refer-client.tsx";
import { SeeReferralView } from "./see-referral.tsx";
import { staffOf } from "./staff.ts";

/** What the referrer was sent on with, so that the own referral shows before the list has it. */
function sentWith({ request, region }: Context): Whereabouts | undefined {
  const municipality = findMunicipality(region, request.query.get(MUNICIPALITY_FIELD) ?? "");
  const person = request.query.get("persoon");
  return municipality && isId("per")(person)
    ? { municipality: municipality.id, person }
    : undefined;
}

/** GET /registratie/toegeleid/:question: one person whom the own organisation referred. */
export const seeReferralPage: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { question } = context.params;
  const staff = staffOf(context);
  if (!staff || !isQuestionId(question)) return NOT_FOUND;
  const known = sentWith(context);
  const asked = askedReferral(context, question, known);
  const seen = await seeReferral(deps)(context.scope, asked);
  const municipality = seen && findMunicipality(context.region, seen.municipality);
  if (!seen || !municipality) return NOT_FOUND;
  const view = (
    <SeeReferralView
      {...staff}
      seen={seen}
      municipality={municipality}
      today={context.now.date}
      isSent={known !== undefined}
    />
  );
  return html(200, view.toString(), NO_STORE);
};
