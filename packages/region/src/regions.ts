import type {
  Digiclub,
  Municipality,
  MunicipalityId,
  RegionDefinition,
  TenantId,
  Theme,
} from "./definition.ts";
import { leieSchelde } from "./regions/leie-schelde.ts";
import { voorbeeldstreek } from "./regions/voorbeeldstreek.ts";
import { tenantId } from "./slug.ts";

/** Every region that this software serves: tenants are reviewed code. */
export const REGIONS: readonly RegionDefinition[] = [leieSchelde, voorbeeldstreek];

/** The region with this id; throws an Error for an unknown one (a deployment that must not start). */
export function regionById(id: string): RegionDefinition {
  const region = REGIONS.find((candidate) => candidate.id === id);
  if (!region) throw new Error(`no region is called ${id}`);
  return region;
}

/** The tenant of each municipality of a region, in the region's order. */
export const tenantsOf = (region: RegionDefinition): TenantId[] =>
  region.municipalities.map(({ id }) => tenantId(region.id, id));

/** The municipality with this id, or undefined. */
export const findMunicipality = (region: RegionDefinition, id: string): Municipality | undefined =>
  region.municipalities.find((municipality) => municipality.id === id);

/** The Digiclub with this id, or undefined. */
export const findDigiclub = (region: RegionDefinition, id: string): Digiclub | undefined =>
  region.digiclubs.find((digiclub) => digiclub.id === id);

/** The theme with this id, or undefined. */
export const findTheme = (region: RegionDefinition, id: string): Theme | undefined =>
  region.themes.find((theme) => theme.id === id);

/** The Digiclubs of one municipality, in the region's order. */
export const digiclubsOf = (region: RegionDefinition, municipality: MunicipalityId): Digiclub[] =>
  region.digiclubs.filter((digiclub) => digiclub.municipality === municipality);

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();

/** The municipality that somebody means by a name or postcode, however it is spaced or capitalised. */
export function municipalityNamed(
  region: RegionDefinition,
  text: string,
): Municipality | undefined {
  const wanted = plain(text);
  const words = wanted.split(" ");
  return region.municipalities.find(
    ({ name, postcodes }) =>
      plain(name) === wanted || postcodes.some((postcode) => words.includes(postcode)),
  );
}
