import type { RegionDefinition } from "@digihulp/region";
import { findDigiclub, findMunicipality, tenantId } from "@digihulp/region";
import type { Membership } from "./actor.ts";

/** A group at the identity provider: being in it is what makes somebody a member in a role. */
export type Group = {
  readonly name: string;
  readonly label: string;
  readonly membership: Membership;
};

/** A program that may ask for tokens, and the one scope that says for whom it acts. */
export type Client = { readonly id: string; readonly name: string; readonly scope: string };

function municipalGroups(region: RegionDefinition): Group[] {
  return region.municipalities.flatMap(({ id, name }) => {
    const place = { tenant: tenantId(region.id, id), municipality: id };
    return [
      {
        name: `admin-${id}`,
        label: `Beheerder van ${name}`,
        membership: { role: "tenant-administrator", ...place },
      },
      {
        name: `social-worker-${id}`,
        label: `Maatschappelijk werker in ${name}`,
        membership: { role: "social-worker", ...place },
      },
    ] satisfies Group[];
  });
}

function digiclubGroups(region: RegionDefinition): Group[] {
  return region.digiclubs.flatMap(({ id, municipality, name }) => {
    const place = { tenant: tenantId(region.id, municipality), municipality, digiclub: id };
    return [
      {
        name: `desk-${id}`,
        label: `Balie van ${name}`,
        membership: { role: "desk-worker", ...place },
      },
      {
        name: `volunteer-${id}`,
        label: `Vrijwilliger in ${name}`,
        membership: { role: "volunteer", ...place },
      },
    ] satisfies Group[];
  });
}

/** Organisations with a sign-in of their own: not categories, and not the coordinator. */
const partnersOf = (region: RegionDefinition) =>
  region.organisations.filter(({ id, isCategory }) => !isCategory && id !== region.coordinator);

/** Every group of a region, and the membership that each stands for. */
export const groupsOf = (region: RegionDefinition): Group[] => [
  {
    name: "coordinator",
    label: `Coördinator van ${region.name}`,
    membership: { role: "coordinator" },
  },
  ...municipalGroups(region),
  ...digiclubGroups(region),
  ...partnersOf(region).map(({ id, name }): Group => ({
    name: `partner-${id}`,
    label: `Medewerker van ${name}`,
    membership: { role: "partner", organisation: id },
  })),
];

/** The membership of a group, or undefined for a group that the region does not have. */
export const membershipOfGroup = (region: RegionDefinition, name: string): Membership | undefined =>
  groupsOf(region).find((group) => group.name === name)?.membership;

/** Every program of a region: one for each municipality and for each organisation. */
export const clientsOf = (region: RegionDefinition): Client[] => [
  ...region.municipalities.map(({ id, name }) => ({ id, name, scope: `municipality/${id}` })),
  ...region.organisations
    .filter(({ isCategory }) => !isCategory)
    .map(({ id, name }) => ({ id, name, scope: `organisation/${id}` })),
];

/** For whom a program acts, from the one scope of its token; undefined when the scope names nobody. */
export function membershipOfScope(region: RegionDefinition, scope: string): Membership | undefined {
  const [kind, id = "", ...rest] = scope.split("/");
  if (rest.length > 0) return undefined;
  const municipality = kind === "municipality" ? findMunicipality(region, id) : undefined;
  if (municipality)
    return {
      role: "tenant-administrator",
      tenant: tenantId(region.id, municipality.id),
      municipality: municipality.id,
    };
  const organisation =
    kind === "organisation" ? region.organisations.find((one) => one.id === id) : undefined;
  if (!organisation || organisation.isCategory) return undefined;
  return organisation.id === region.coordinator
    ? { role: "coordinator" }
    : { role: "partner", organisation: organisation.id };
}

/** The place of work that a membership fixes: its Digiclub, or none for who works for a whole tenant. */
export const placeOf = (region: RegionDefinition, membership: Membership) =>
  "digiclub" in membership ? findDigiclub(region, membership.digiclub) : undefined;
