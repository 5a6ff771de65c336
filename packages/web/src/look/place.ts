import type { Digiclub, Municipality } from "@digihulp/region";

/** Name of a Digiclub with its municipality, said once: "Bibliotheek Melle", "MIA, Merelbeke". */
export const placeName = (digiclub: Digiclub, municipality: Municipality): string =>
  digiclub.name.includes(municipality.name)
    ? digiclub.name
    : `${digiclub.name}, ${municipality.name}`;

const STARTS_WITH_ARTICLE = /^(de|het|een|in|op|aan|bij|naast|boven) /i;

/** Where in the building: "in de cafetaria", "in het atelier", "in zaal 2", "op de eerste verdieping". */
export function roomWords(room: string): string {
  if (/^(in|op|aan|bij|naast|boven) /i.test(room)) return room;
  return STARTS_WITH_ARTICLE.test(room) || /\d/.test(room) ? `in ${room}` : `in de ${room}`;
}
