import type { Digiclub, Municipality } from "@digihulp/region";

/** Name of a Digiclub with its municipality, said once: "Bibliotheek Melle", "MIA, Merelbeke". */
export const placeName = (digiclub: Digiclub, municipality: Municipality): string =>
  digiclub.name.includes(municipality.name)
    ? digiclub.name
    : `${digiclub.name}, ${municipality.name}`;

const HET_ENDING = /(atelier|café|centrum|gebouw|huis|lokaal|onthaal|restaurant|salon)$/;

/**
 * Where in the building: "in de cafetaria", "in het atelier", "op de eerste verdieping". A name or a
 * numbered room takes no article: "in zaal 2".
 */
export function roomWords(room: string): string {
  if (/^(in|op|aan|bij|naast|boven) /i.test(room)) return room;
  const isOneCommonWord = /^\p{Lowercase}+$/u.test(room);
  if (!isOneCommonWord) return `in ${room}`;
  return `in ${HET_ENDING.test(room) ? "het" : "de"} ${room}`;
}
