import type { CalendarDate, Id } from "@digihulp/kernel";
import { accept, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import type { OrganisationId, RegionDefinition } from "@digihulp/region";

export type GrantId = Id<"grant">;

/** What a municipality lets an organisation do for its residents, and when it took that back, if it did. */
export type Grant = {
  readonly id: GrantId;
  readonly organisation: OrganisationId;
  /** First day. */
  readonly from: CalendarDate;
  /** Last day; open-ended when null. */
  readonly until: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
};

export type GrantState = "future" | "active" | "expired" | "ended";

export type GrantWish = Pick<Grant, "from" | "until"> & { readonly organisation: string };

export type GiveRefusal = {
  readonly kind: "organisation-unknown" | "in-the-past" | "until-before-from" | "overlapping-grant";
};
export type EndRefusal = { readonly kind: "already-ended" };

/** Where a grant stands on a day. Taken back is taken back at once, whatever its days. */
export function stateOf({ from, until, endedOn }: Grant, today: CalendarDate): GrantState {
  if (endedOn !== null) return "ended";
  if (from > today) return "future";
  return until !== null && until < today ? "expired" : "active";
}

/** Who can get a grant: not a category of organisations, and not the coordinator, who sees no people. */
export const partnersOf = (region: RegionDefinition) =>
  region.organisations.filter(({ id, isCategory }) => !isCategory && id !== region.coordinator);

const overlap = (one: Pick<Grant, "from" | "until">, two: Pick<Grant, "from" | "until">): boolean =>
  (one.until === null || two.from <= one.until) && (two.until === null || one.from <= two.until);

type Around = {
  readonly region: RegionDefinition;
  readonly given: readonly Grant[];
  readonly today: CalendarDate;
  readonly id: GrantId;
};

/** A new grant, beside those that the municipality gave already. */
export function giveGrant(
  { organisation: asked, from, until }: GrantWish,
  { region, given, today, id }: Around,
): Result<Grant, GiveRefusal> {
  const partner = partnersOf(region).find((known) => known.id === asked);
  if (!partner) return refuse({ kind: "organisation-unknown" });
  if (from < today) return refuse({ kind: "in-the-past" });
  if (until !== null && until < from) return refuse({ kind: "until-before-from" });
  const grant: Grant = { id, organisation: partner.id, from, until, endedOn: null };
  const isTwice = given.some(
    (other) => other.organisation === partner.id && other.endedOn === null && overlap(other, grant),
  );
  return isTwice ? refuse({ kind: "overlapping-grant" }) : accept(grant);
}

/** The grant, taken back on this day. */
export function endGrant(grant: Grant, today: CalendarDate): Result<Grant, EndRefusal> {
  const state = stateOf(grant, today);
  return state === "ended" || state === "expired"
    ? refuse({ kind: "already-ended" })
    : accept({ ...grant, endedOn: today });
}
