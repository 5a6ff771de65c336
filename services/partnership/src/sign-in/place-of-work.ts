import { groupsOf, membershipOfGroup } from "@digihulp/access";
import type { Membership } from "@digihulp/access";
import type { RegionDefinition } from "@digihulp/region";

/** One of the places where somebody may work, in words. */
export type PlaceOfWork = { readonly group: string; readonly label: string };

/** The groups that the region knows, each once; the others count for nothing. */
export const knownGroups = (region: RegionDefinition, groups: readonly string[]): string[] =>
  [...new Set(groups)].filter((group) => membershipOfGroup(region, group));

/** Where somebody starts without being asked: the only place, or the one they worked in until now. */
export const startingGroup = (
  groups: readonly string[],
  before: string | undefined,
): string | undefined => (groups.length === 1 ? groups[0] : groups.find((one) => one === before));

/** The places behind these groups, in the order of the region. */
export const placesOf = (region: RegionDefinition, groups: readonly string[]): PlaceOfWork[] =>
  groupsOf(region)
    .filter(({ name }) => groups.includes(name))
    .map(({ name, label }) => ({ group: name, label }));

/** Whose grants a session of this membership has to read. */
export const organisationOf = (membership: Membership | undefined): string | undefined =>
  membership?.role === "partner" ? membership.organisation : undefined;
