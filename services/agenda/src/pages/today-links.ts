import { findDigiclub } from "@digihulp/region";
import type { DigiclubId } from "@digihulp/region";
import type { Context } from "@digihulp/web";
import type { PersonId } from "../domain/booking.ts";
import type { OccurrenceId } from "../domain/occurrence.ts";
import { ownDigiclub, ownMunicipality } from "../place-of-work.ts";

/** The Digiclub that was chosen instead of one's own place of work. */
export type Where = { readonly chosen: DigiclubId | undefined };

/** The Digiclub chosen in the address, when it is another one of the same municipality. */
export function whereOf(context: Context): Where {
  const asked = findDigiclub(context.region, context.request.query.get("waar") ?? "");
  const isOther =
    asked?.municipality === ownMunicipality(context)?.id && asked?.id !== ownDigiclub(context)?.id;
  return { chosen: isOther ? asked?.id : undefined };
}

const TODAY = "/agenda/vandaag";
const query = ({ chosen }: Where): string => (chosen ? `?waar=${chosen}` : "");

export const todayHref = (where: Where): string => `${TODAY}${query(where)}`;
export const presentHref = (of: OccurrenceId, where: Where): string =>
  `${TODAY}/${of}/aanwezig${query(where)}`;
export const visitorHref = (of: OccurrenceId, where: Where): string =>
  `${TODAY}/${of}/bezoeker${query(where)}`;

// An id of an element has no dots here, as a style sheet would read them as classes.
const plain = (id: string): string => id.replaceAll(".", "-");

/** Where on the page a moment stands, and a person in it: after a tap the eye is there again. */
export const momentAnchor = (of: OccurrenceId): string => plain(of);
export const personAnchor = (of: OccurrenceId, person: PersonId): string =>
  plain(`${of}-${person}`);
