import type { Brand } from "@digihulp/kernel";
import type {
  DigiclubId,
  MunicipalityId,
  OrganisationId,
  RegionId,
  TenantId,
  ThemeId,
} from "./definition.ts";

// No dot and no '#': both separate the parts of a key, so no id can be the prefix of another's key.
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_LENGTH = 60;

function isSlug<Name extends string>(text: string): text is Brand<string, Name> {
  return text.length <= MAX_LENGTH && SLUG.test(text);
}

function slug<Name extends string>(text: string): Brand<string, Name> {
  if (!isSlug<Name>(text)) throw new RangeError(`not an id of lower-case words: ${text}`);
  return text;
}

/** The id of a region; throws a RangeError when it is not lower-case words joined by hyphens. */
export const regionId = (text: string): RegionId => slug<"RegionId">(text);
/** The id of a municipality; throws a RangeError when it is not lower-case words. */
export const municipalityId = (text: string): MunicipalityId => slug<"MunicipalityId">(text);
/** The id of a Digiclub; throws a RangeError when it is not lower-case words. */
export const digiclubId = (text: string): DigiclubId => slug<"DigiclubId">(text);
/** The id of a theme; throws a RangeError when it is not lower-case words. */
export const themeId = (text: string): ThemeId => slug<"ThemeId">(text);
/** The id of an organisation; throws a RangeError when it is not lower-case words. */
export const organisationId = (text: string): OrganisationId => slug<"OrganisationId">(text);

const isTenantId = (text: string): text is TenantId => {
  const parts = text.split(".");
  return parts.length === 2 && parts.every((part) => isSlug(part));
};

/** The tenant that a municipality is in its region, `<region>.<municipality>`. */
export function tenantId(region: RegionId, municipality: MunicipalityId): TenantId {
  const id = `${region}.${municipality}`;
  if (!isTenantId(id)) throw new RangeError(`not a tenant: ${id}`);
  return id;
}
