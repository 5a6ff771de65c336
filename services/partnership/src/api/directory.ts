import { apiAnswer, PUBLIC_CACHE } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import * as z from "zod/mini";
import type { PartnershipDeps } from "../deps.ts";
import { StoredDigiclub, StoredMunicipality } from "../store/directory.ts";

export const MunicipalitiesAnswer = z.object({
  municipalities: z.array(z.omit(StoredMunicipality, { type: true })),
});
export const DigiclubsAnswer = z.object({
  digiclubs: z.array(z.omit(StoredDigiclub, { type: true })),
});

/** The municipalities of the region. */
export const listMunicipalities: Handle<PartnershipDeps> =
  ({ directory }) =>
  async ({ scope }) =>
    apiAnswer(MunicipalitiesAnswer, await directory.all(scope), PUBLIC_CACHE);

/** The Digiclubs of the region. */
export const listDigiclubs: Handle<PartnershipDeps> =
  ({ directory }) =>
  async ({ scope }) =>
    apiAnswer(DigiclubsAnswer, await directory.all(scope), PUBLIC_CACHE);
