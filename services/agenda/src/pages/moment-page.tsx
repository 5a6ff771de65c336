import { addDays, isId } from "@digihulp/kernel";
import { findDigiclub, findMunicipality } from "@digihulp/region";
import { html, NOT_FOUND, PUBLIC_CACHE } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { AgendaDeps } from "../deps.ts";
import { eventJsonLd } from "../domain/event-json-ld.ts";
import { isPast } from "../domain/occurrence.ts";
import { PAGE_DAYS } from "../domain/period.ts";
import { MomentView } from "./moment.tsx";

const NEXT_SHOWN = 4;

/** GET /agenda/moment/:id: one moment. */
export const momentPage: Handle<AgendaDeps> =
  ({ agenda }) =>
  async ({ params, region, scope, now, origin }) => {
    const { id } = params;
    if (!isId("occ")(id)) return NOT_FOUND;
    const [occurrence, ahead] = await Promise.all([
      agenda.find(scope, id),
      agenda.between(scope, now.date, addDays(now.date, PAGE_DAYS - 1)),
    ]);
    const digiclub = occurrence && findDigiclub(region, occurrence.digiclub);
    const municipality = occurrence && findMunicipality(region, occurrence.municipality);
    if (!occurrence || !digiclub || !municipality) return NOT_FOUND;
    const isNext = (other: typeof occurrence): boolean =>
      other.series === occurrence.series &&
      other.id !== id &&
      other.date >= occurrence.date &&
      !isPast(other, now);
    const view = (
      <MomentView
        region={region}
        occurrence={occurrence}
        digiclub={digiclub}
        municipality={municipality}
        isPast={isPast(occurrence, now)}
        today={now.date}
        next={ahead.filter(isNext).slice(0, NEXT_SHOWN)}
        jsonLd={eventJsonLd({ occurrence, places: region, origin })}
      />
    );
    return html(200, view.toString(), PUBLIC_CACHE);
  };
