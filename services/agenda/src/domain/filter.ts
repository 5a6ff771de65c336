import type { DigiclubId, MomentKind, MunicipalityId, ThemeId } from "@digihulp/region";
import type { Occurrence } from "./occurrence.ts";

/** What somebody wants to see of the agenda; what is absent does not matter. */
export type Filter = {
  readonly municipality?: MunicipalityId | undefined;
  readonly digiclub?: DigiclubId | undefined;
  readonly theme?: ThemeId | undefined;
  readonly kind?: MomentKind | undefined;
};

/** Whether an occurrence is one that the filter asks for. */
export const matches =
  ({ municipality, digiclub, theme, kind }: Filter) =>
  (occurrence: Occurrence): boolean =>
    (!municipality || occurrence.municipality === municipality) &&
    (!digiclub || occurrence.digiclub === digiclub) &&
    (!theme || occurrence.themes.includes(theme)) &&
    (!kind || occurrence.kind === kind);
