import { findDigiclub, municipalityNamed, findMunicipality } from "@digihulp/region";
import type { DigiclubId, RegionDefinition } from "@digihulp/region";
import { html, NOT_FOUND, PUBLIC_CACHE } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { PartnershipDeps } from "../deps.ts";
import type { UpcomingMoment } from "../domain/upcoming-moment.ts";
import { DigiclubsView } from "./digiclubs.tsx";
import type { StartMoment } from "./start-moments.tsx";
import { isAhead, startMoment } from "./start-page.tsx";

function nextOfEach(
  region: RegionDefinition,
  moments: readonly UpcomingMoment[],
): ReadonlyMap<DigiclubId, StartMoment> {
  const next = new Map<DigiclubId, StartMoment>();
  for (const moment of moments) {
    const digiclub = findDigiclub(region, moment.digiclub);
    if (digiclub && !next.has(digiclub.id)) next.set(digiclub.id, startMoment(region, moment));
  }
  return next;
}

/** GET /digiclubs: every Digiclub with its next moment; `gemeente` shows one municipality. */
export const digiclubsPage: Handle<PartnershipDeps> =
  ({ upcoming }) =>
  async ({ region, scope, now, request }) => {
    const asked = request.query.get("gemeente") ?? "";
    const municipality = findMunicipality(region, asked) ?? municipalityNamed(region, asked);
    if (asked && !municipality) return NOT_FOUND;
    const moments = (await upcoming.from(scope, now.date)).filter(isAhead(now));
    const view = (
      <DigiclubsView
        region={region}
        municipality={municipality}
        next={nextOfEach(region, moments)}
        today={now.date}
      />
    );
    return html(200, view.toString(), PUBLIC_CACHE);
  };
