import { html, NO_STORE, NOT_FOUND } from "@digihulp/web";
import type { Context, Handle } from "@digihulp/web";
import type { Scope } from "@digihulp/access";
import type { TenantId } from "@digihulp/region";
import type { RegistrationDeps } from "../deps.ts";
import { listReferrals } from "../use-cases/list-referrals.ts";
import { organisationOf } from "./destinations.ts";
import { ListReferralsView } from "./list-referrals.tsx";
import { staffOf } from "./staff.ts";

/** The scope in which the own organisation may read whom it referred to a tenant. */
export const readsReferralsOf =
  (context: Context) =>
  (tenant: TenantId): Scope | undefined => {
    const resource = { kind: "tenant", region: context.region.id, tenant } as const;
    return context.ask("referral:read", resource, { referredBy: organisationOf(context) });
  };

/** GET /registratie/toegeleid: whom the own organisation referred. */
export const listReferralsPage: Handle<RegistrationDeps> = (deps) => async (context) => {
  const staff = staffOf(context);
  if (!staff) return NOT_FOUND;
  const scopeOf = readsReferralsOf(context);
  const listed = await listReferrals(deps)(context.scope, { scopeOf });
  const view = <ListReferralsView {...staff} listed={listed} today={context.now.date} />;
  return html(200, view.toString(), NO_STORE);
};
