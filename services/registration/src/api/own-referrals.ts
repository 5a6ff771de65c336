import { apiAnswer, NO_STORE, NOT_FOUND } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import { isQuestionId } from "../domain/ids.ts";
import { askedReferral, readsReferralsOf } from "../referring.ts";
import { listReferrals } from "../use-cases/list-referrals.ts";
import type { ListedReferral } from "../use-cases/list-referrals.ts";
import { seeReferral } from "../use-cases/see-referral.ts";
import { ReferralAnswer, ReferralsAnswer } from "./answers.ts";

function listed(one: ListedReferral) {
  const { question: id, municipality, createdAt } = one.referral;
  if (one.access === "ended") return { id, municipality, createdAt };
  const { theme, state } = one.referral;
  return { id, municipality, createdAt, name: one.card.name, theme, state };
}

/** GET /api/registration/referrals: whom the own organisation referred, newest first. */
export const getReferrals: Handle<RegistrationDeps> = (deps) => async (context) => {
  const scopeOf = readsReferralsOf(context);
  const rows = await listReferrals(deps)(context.scope, { scopeOf });
  return apiAnswer(ReferralsAnswer, { referrals: rows.map(listed) }, NO_STORE);
};

/** GET /api/registration/referrals/:question: one of them. */
export const getReferral: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { question } = context.params;
  if (!isQuestionId(question)) return NOT_FOUND;
  const seen = await seeReferral(deps)(context.scope, askedReferral(context, question));
  return seen ? apiAnswer(ReferralAnswer, seen, NO_STORE) : NOT_FOUND;
};
