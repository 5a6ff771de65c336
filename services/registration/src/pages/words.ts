import { brusselsWallTime } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import { findTheme } from "@digihulp/region";
import type { RegionDefinition } from "@digihulp/region";
import { dutchDate } from "@digihulp/web/look";
import type { AskedTheme } from "../domain/intake.ts";
import type { Reach } from "../domain/reach.ts";
import type { Known } from "../store/register.ts";
import { nl } from "../locale/nl.ts";

/** The name of a theme, as people here say it. */
export const themeName = (region: RegionDefinition, theme: AskedTheme): string =>
  findTheme(region, theme)?.name ?? nl.themeUnknown;

/** How to reach somebody, in one line. */
export function reachLine(reach: Reach): string {
  switch (reach.by) {
    case "phone":
      return reach.phone;
    case "email":
      return reach.email;
    case "post":
      return reach.address;
    case "somebody":
      return nl.via(reach.relation, reach.phone);
    case "visit":
      return nl.reaches.visit;
    default:
      return reach satisfies never;
  }
}

/** What tells people of one name apart. */
export const apartLines = ({ card, file }: Known): string[] => [
  [file.birthYear === undefined ? "" : nl.born(file.birthYear), nl.languages[card.language]]
    .filter((word) => word !== "")
    .join(", "),
  reachLine(card.reach),
];

/** The Brussels day of an instant (milliseconds since 1970) in words. */
export const dayWords = (at: number, today: CalendarDate): string =>
  dutchDate(brusselsWallTime(at).date, today);
