import type { CalendarDate } from "@digihulp/kernel";
import type { OrganisationId } from "@digihulp/region";
import type { Actor, Grant } from "./actor.ts";
import { tenantOf } from "./actor.ts";
import type { Resource } from "./scope.ts";

/** What a decision may look at besides actor and resource. What is not given denies. */
export type Facts = {
  readonly today: CalendarDate;
  /** The organisation that referred the person whom the request is about. */
  readonly referredBy?: OrganisationId | undefined;
};

export type Case = { readonly actor: Actor; readonly resource: Resource; readonly facts: Facts };

const membershipOf = (actor: Actor) =>
  actor.kind === "member" || actor.kind === "program" ? actor.membership : undefined;

const isActive = ({ from, until }: Grant, today: CalendarDate): boolean =>
  from <= today && (until === null || today <= until);

/** Each condition that a rule may name, as the sentence it stands for. */
export const CONDITIONS = {
  /** The rows are of the municipality that the actor works for. */
  "own-tenant": ({ actor, resource }: Case): boolean => {
    const membership = membershipOf(actor);
    return resource.kind === "tenant" && !!membership && tenantOf(membership) === resource.tenant;
  },
  /** The rows are the list of the organisation that the actor works for. */
  "own-organisation": ({ actor, resource }: Case): boolean => {
    const membership = membershipOf(actor);
    return (
      resource.kind === "organisation" &&
      membership?.role === "partner" &&
      membership.organisation === resource.organisation
    );
  },
  /** The municipality granted this to the actor's organisation, and the grant holds today. */
  "active-grant": ({ actor, resource, facts }: Case): boolean => {
    const membership = membershipOf(actor);
    if (resource.kind !== "tenant" || membership?.role !== "partner") return false;
    const grants = "grants" in actor ? actor.grants : [];
    return grants.some(
      (grant) =>
        grant.tenant === resource.tenant &&
        grant.organisation === membership.organisation &&
        isActive(grant, facts.today),
    );
  },
  /** The actor's own organisation referred this person. */
  "own-referral": ({ actor, facts }: Case): boolean => {
    const membership = membershipOf(actor);
    return membership?.role === "partner" && membership.organisation === facts.referredBy;
  },
} as const satisfies Record<string, (given: Case) => boolean>;

export type Condition = keyof typeof CONDITIONS;
