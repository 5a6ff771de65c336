import type { Brand, CalendarDate } from "@digihulp/kernel";
import type { DigiclubId, MunicipalityId, OrganisationId, TenantId } from "@digihulp/region";

/** Who a person is at the identity provider: its `sub`. Never a name. */
export type MemberId = Brand<string, "MemberId">;

/** As what, and for which place or organisation, somebody acts. */
export type Membership =
  | { readonly role: "coordinator" }
  | {
      readonly role: "tenant-administrator" | "social-worker";
      readonly tenant: TenantId;
      readonly municipality: MunicipalityId;
    }
  | {
      readonly role: "desk-worker" | "volunteer";
      readonly tenant: TenantId;
      readonly municipality: MunicipalityId;
      readonly digiclub: DigiclubId;
    }
  | { readonly role: "partner"; readonly organisation: OrganisationId };

export type Role = Membership["role"];

/** What a municipality lets an organisation do for its residents; both days included. */
export type Grant = {
  readonly id: string;
  readonly tenant: TenantId;
  readonly organisation: OrganisationId;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
};

/** Who acts. Somebody who is not known is a visitor; a missing identity never is anything more. */
export type Actor =
  | { readonly kind: "visitor" }
  | { readonly kind: "job"; readonly name: string }
  | {
      readonly kind: "member";
      readonly member: MemberId;
      readonly membership: Membership;
      readonly grants: readonly Grant[];
    }
  | {
      readonly kind: "program";
      readonly client: string;
      readonly membership: Membership;
      readonly grants: readonly Grant[];
    };

export type ActorKind = Actor["kind"];

/** Whom a rule of the policy table names. */
export type Who = "visitor" | "job" | Role;

/** Somebody who did not sign in. */
export const VISITOR: Actor = { kind: "visitor" };

/** The system itself, doing one named piece of work for one tenant at a time. */
export const job = (name: string): Actor => ({ kind: "job", name });

/** The word under which the policy table knows an actor: its role, whether a person or a program. */
export const whoIs = (actor: Actor): Who =>
  actor.kind === "member" || actor.kind === "program" ? actor.membership.role : actor.kind;

/** The tenant that a membership belongs to, if it is one of a municipality. */
export const tenantOf = (membership: Membership): TenantId | undefined =>
  "tenant" in membership ? membership.tenant : undefined;
