import { decide } from "@digihulp/access";
import type { Actor, Facts, MemberId, Permission, Resource, Scope } from "@digihulp/access";
import { calendarDate } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import { digiclubId, municipalityId, organisationId, REGIONS, tenantId } from "@digihulp/region";
import type { RegionDefinition, TenantId } from "@digihulp/region";

const [first] = REGIONS;
if (!first) throw new Error("there is no region to test with");
export const region: RegionDefinition = first;

export const TODAY = calendarDate("2026-11-23");
export const NOW = Date.parse("2026-11-23T09:00:00Z");

const isMember = (text: string): text is MemberId => text !== "";
function member(id: string): MemberId {
  if (!isMember(id)) throw new RangeError("a member needs an id");
  return id;
}

export const tenantOf = (municipality: string): TenantId =>
  tenantId(region.id, municipalityId(municipality));

const place = (municipality: string) => ({
  tenant: tenantOf(municipality),
  municipality: municipalityId(municipality),
});

export const deskOf = (municipality: string, id = "desk-1"): Actor => ({
  kind: "member",
  member: member(id),
  membership: {
    role: "desk-worker",
    ...place(municipality),
    digiclub: digiclubId(`${municipality}-bibliotheek`),
  },
  grants: [],
});

export const socialWorkerOf = (municipality: string, id = "social-1"): Actor => ({
  kind: "member",
  member: member(id),
  membership: { role: "social-worker", ...place(municipality) },
  grants: [],
});

/** A partner, with a grant of each of these municipalities until the day that is given, if any. */
export function partnerOf(
  organisation: string,
  municipalities: readonly string[],
  until: CalendarDate | null = null,
): Actor {
  const of = organisationId(organisation);
  return {
    kind: "member",
    member: member(`partner-${organisation}`),
    membership: { role: "partner", organisation: of },
    grants: municipalities.map((municipality) => ({
      id: `grt_${municipality}`,
      tenant: tenantOf(municipality),
      organisation: of,
      from: calendarDate("2026-01-01"),
      until,
    })),
  };
}

export const tenantRows = (municipality: string): Resource => ({
  kind: "tenant",
  region: region.id,
  tenant: tenantOf(municipality),
});

export const organisationRows = (organisation: string): Resource => ({
  kind: "organisation",
  region: region.id,
  organisation: organisationId(organisation),
});

export type Asked = { readonly permission: Permission; readonly resource: Resource };

/** The scope that the policy gives this actor; throws when it gives none. */
export function scopeFor(actor: Actor, asked: Asked, facts: Omit<Facts, "today"> = {}): Scope {
  const decision = decide(actor, { ...asked, facts: { ...facts, today: TODAY } });
  if (!decision.allowed) throw new Error(`a test is denied: ${decision.reason}`);
  return decision.scope;
}
