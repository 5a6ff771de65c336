import { decide, placeOf } from "@digihulp/access";
import type { Permission } from "@digihulp/access";
import { findMunicipality } from "@digihulp/region";
import type { Digiclub, Municipality } from "@digihulp/region";
import { ownTenant } from "@digihulp/web";
import type { Context } from "@digihulp/web";

const membershipOf = ({ actor }: Context) => ("membership" in actor ? actor.membership : undefined);

/** The municipality that somebody works for. */
export function ownMunicipality(context: Context): Municipality | undefined {
  const membership = membershipOf(context);
  return membership && "municipality" in membership
    ? findMunicipality(context.region, membership.municipality)
    : undefined;
}

/** The Digiclub that somebody works in, when it is one. */
export function ownDigiclub(context: Context): Digiclub | undefined {
  const membership = membershipOf(context);
  return membership && placeOf(context.region, membership);
}

/** Whether the page may offer what needs a further permission; asking is no attempt, so no denial. */
export function mayAlso(context: Context, permission: Permission): boolean {
  const resource = ownTenant(context);
  const facts = { today: context.now.date };
  return !!resource && decide(context.actor, { permission, resource, facts }).allowed;
}

/** Decides on a further permission that a command needs; a denial is logged. */
export function alsoAllowed(context: Context, permission: Permission): boolean {
  const resource = ownTenant(context);
  return !!resource && context.ask(permission, resource) !== undefined;
}
