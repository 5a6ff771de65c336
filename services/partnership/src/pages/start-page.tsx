import { findDigiclub, findMunicipality } from "@digihulp/region";
import type { RegionDefinition } from "@digihulp/region";
import { html, PUBLIC_CACHE } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { PartnershipDeps } from "../deps.ts";
import type { UpcomingMoment } from "../domain/upcoming-moment.ts";
import type { StartMoment } from "./start-moments.tsx";
import { StartView } from "./start.tsx";

const SHOWN = 4;
const FEWEST = 2;

/** A moment with the names of its places, as the views show it; an id the region lost shows itself. */
export const startMoment = (region: RegionDefinition, moment: UpcomingMoment): StartMoment => ({
  id: moment.id,
  title: moment.title,
  date: moment.date,
  from: moment.from,
  until: moment.until,
  kind: moment.kind,
  digiclub: findDigiclub(region, moment.digiclub)?.name ?? moment.digiclub,
  municipality: findMunicipality(region, moment.municipality)?.name ?? moment.municipality,
  ...(moment.room === undefined ? {} : { room: moment.room }),
});

/** Whether somebody can still come: neither cancelled nor over. */
export const isAhead =
  (now: { readonly date: string; readonly time: string }) =>
  ({ date, until, state }: UpcomingMoment): boolean =>
    state === "planned" && `${date}T${until}` > `${now.date}T${now.time}`;

/** The next moment of each Digiclub first; what comes after it only fills up. */
export function soonest(moments: readonly UpcomingMoment[]): UpcomingMoment[] {
  const seen = new Set<string>();
  const firsts = moments.filter(({ digiclub }) => !seen.has(digiclub) && seen.add(digiclub));
  const others = moments.filter((moment) => !firsts.includes(moment));
  return firsts.length >= FEWEST ? firsts.slice(0, SHOWN) : [...firsts, ...others].slice(0, FEWEST);
}

/** GET /: the public start page. */
export const startPage: Handle<PartnershipDeps> =
  ({ upcoming }) =>
  async ({ region, scope, now }) => {
    const moments = soonest((await upcoming.from(scope, now.date)).filter(isAhead(now)));
    const view = (
      <StartView
        region={region}
        upcoming={moments.map((moment) => startMoment(region, moment))}
        today={now.date}
      />
    );
    return html(200, view.toString(), PUBLIC_CACHE);
  };
