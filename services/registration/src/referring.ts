import { decide } from "@digihulp/access";
import type { Resource, Scope } from "@digihulp/access";
import { findMunicipality, tenantId } from "@digihulp/region";
import type { Municipality, OrganisationId, TenantId } from "@digihulp/region";
import type { Context } from "@digihulp/web";
import type { QuestionId } from "./domain/ids.ts";
import type { SeeReferral, Whereabouts } from "./use-cases/see-referral.ts";

/** The rows of a municipality of this region; undefined for a name that is none. */
export function rowsOf(context: Context, municipality: string): Resource | undefined {
  const { region } = context;
  const known = findMunicipality(region, municipality);
  return known && { kind: "tenant", region: region.id, tenant: tenantId(region.id, known.id) };
}

/** The municipalities that somebody may refer to today; looking is no attempt, so no denial is noted. */
export const destinationsOf = (context: Context): Municipality[] =>
  context.region.municipalities.filter(({ id }) => {
    const resource = rowsOf(context, id);
    const facts = { today: context.now.date };
    const asked = { permission: "client:refer", facts } as const;
    return !!resource && decide(context.actor, { ...asked, resource }).allowed;
  });

/** The organisation that the member or program works for. */
export function organisationOf({ actor }: Pick<Context, "actor">): OrganisationId | undefined {
  const membership = "membership" in actor ? actor.membership : undefined;
  return membership?.role === "partner" ? membership.organisation : undefined;
}

/** The scope in which the own organisation may read whom it referred to a tenant. */
export const readsReferralsOf =
  (context: Context) =>
  (tenant: TenantId): Scope | undefined => {
    const resource = { kind: "tenant", region: context.region.id, tenant } as const;
    return context.ask("referral:read", resource, { referredBy: organisationOf(context) });
  };

/** A referrer's question about one person, with the decisions that it takes. */
export const askedReferral = (
  context: Context,
  question: QuestionId,
  known?: Whereabouts,
): SeeReferral => ({
  actor: context.actor,
  question,
  known,
  scopeOf: (municipality) => {
    const rows = rowsOf(context, municipality);
    return rows && context.ask("client:refer", rows);
  },
  mayRead: (municipality, referredBy) => {
    const rows = rowsOf(context, municipality);
    return !!rows && context.ask("referral:read", rows, { referredBy }) !== undefined;
  },
});
