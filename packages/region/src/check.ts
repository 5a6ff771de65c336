import { weekday } from "@digihulp/kernel";
import type { RegionDefinition } from "./definition.ts";

const repeated = (ids: readonly string[]): string[] =>
  ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`);

function seriesFaults(region: RegionDefinition): string[] {
  const digiclubs = new Set<string>(region.digiclubs.map(({ id }) => id));
  const themes = new Set<string>(region.themes.map(({ id }) => id));
  return region.series.flatMap(({ id, digiclub, themes: about, from, until, rhythm }) => [
    ...(digiclubs.has(digiclub) ? [] : [`${id}: no Digiclub ${digiclub}`]),
    ...about.filter((theme) => !themes.has(theme)).map((theme) => `${id}: no theme ${theme}`),
    ...(from < until ? [] : [`${id}: ends before it starts`]),
    ...(rhythm.every === "week" && weekday(rhythm.start) !== rhythm.weekday
      ? [`${id}: its start is not on its weekday`]
      : []),
    ...(rhythm.every === "date" && rhythm.dates.length === 0 ? [`${id}: no dates`] : []),
    ...(rhythm.every === "date" ? repeated(rhythm.dates).map((fault) => `${id}: ${fault}`) : []),
  ]);
}

/** What does not fit together in a region's definition, one sentence each; empty when it is sound. */
export function regionFaults(region: RegionDefinition): string[] {
  const municipalities = new Set<string>(region.municipalities.map(({ id }) => id));
  const organisations = new Set<string>(region.organisations.map(({ id }) => id));
  const operators = region.digiclubs.flatMap(({ operator }) => (operator ? [operator] : []));
  return [
    ...repeated(region.municipalities.map(({ id }) => id)),
    ...repeated(region.municipalities.flatMap(({ postcodes }) => postcodes)),
    ...repeated(region.digiclubs.map(({ id }) => id)),
    ...repeated(region.themes.map(({ id }) => id)),
    ...repeated(region.organisations.map(({ id }) => id)),
    ...repeated(region.series.map(({ id }) => id)),
    ...region.digiclubs
      .filter(({ municipality }) => !municipalities.has(municipality))
      .map(({ id, municipality }) => `${id}: no municipality ${municipality}`),
    ...[region.coordinator, ...operators]
      .filter((id) => !organisations.has(id))
      .map((id) => `no organisation ${id}`),
    ...seriesFaults(region),
  ];
}
