import { html, NO_STORE, NOT_FOUND } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import { readsReferralsOf } from "../referring.ts";
import { listReferrals } from "../use-cases/list-referrals.ts";
import { ListReferralsView } from "./list-referrals.tsx";
import { staffOf } from "./staff.ts";

/** GET /registratie/toegeleid: whom the own organisation referred. */
export const listReferralsPage: Handle<RegistrationDeps> = (deps) => async (context) => {
  const staff = staffOf(context);
  if (!staff) return NOT_FOUND;
  const scopeOf = readsReferralsOf(context);
  const listed = await listReferrals(deps)(context.scope, { scopeOf });
  const view = <ListReferralsView {...staff} listed={listed} today={context.now.date} />;
  return html(200, view.toString(), NO_STORE);
};
