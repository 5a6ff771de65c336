import type { RegionDefinition } from "@digihulp/region";
import type { Occurrence } from "./occurrence.ts";

/** What a moment's ids stand for, in one region. */
export type Places = Pick<
  RegionDefinition,
  "id" | "name" | "digiclubs" | "municipalities" | "themes"
>;

/** The names behind a moment's ids. */
export type MomentNames = {
  readonly digiclub: string;
  readonly municipality: string;
  readonly themes: readonly string[];
};

const namesById = (named: readonly { readonly id: string; readonly name: string }[]) =>
  new Map(named.map(({ id, name }) => [id, name]));

/** Finds the names of moments; an id that the region no longer knows stands for itself. */
export function namesIn(places: Places): (occurrence: Occurrence) => MomentNames {
  const digiclubs = namesById(places.digiclubs);
  const municipalities = namesById(places.municipalities);
  const themes = namesById(places.themes);
  return ({ digiclub, municipality, themes: about }) => ({
    digiclub: digiclubs.get(digiclub) ?? digiclub,
    municipality: municipalities.get(municipality) ?? municipality,
    themes: about.map((theme) => themes.get(theme) ?? theme),
  });
}
