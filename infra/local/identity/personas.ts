import { hash } from "node:crypto";
import type { Persona } from "./definition.ts";

export type NamedPersona = Persona & { name: string };

export type Section = { id: string; heading: string; personas: NamedPersona[] };

const FIRST_NAMES =
  "Amber Arne Bieke Bram Cato Dries Elke Emiel Fien Floris Greet Hanne Ilse Jef Joke Karel Lieve Lotte Maarten Marit Mira Nele Noor Pieter Quinten Roos Sander Stijn Tine Veerle Wout Yara".split(
    " ",
  );
const LAST_NAMES =
  "Appelaar Berkenbos Bootsteiger Dijkgras Eikelpad Fietsbel Gastvrij Hooimijt Kaasplank Kerktoren Klaproos Koffiekop Leiestroom Lisdodde Meidoorn Molenwiek Notelaar Oeverkant Paardenbloem Parapluie Populier Rietkraag Roeispaan Schaapwei Soeplepel Tuinhek Veerpont Vlasbloem Waterlelie Wilgentak Zandloper Zonnehoed".split(
    " ",
  );

const SECTIONS: [prefix: string, heading: string][] = [
  ["coordinator", "Coördinator"],
  ["admin-", "Beheerders van gemeenten"],
  ["desk-", "Balies van Digiclubs"],
  ["volunteer-", "Vrijwilligers"],
  ["social-worker-", "Maatschappelijk werkers"],
  ["partner-", "Partners"],
  ["", "Anderen"],
];

function nameAt(number: number): string {
  const first = FIRST_NAMES[number % FIRST_NAMES.length] ?? "";
  const last = LAST_NAMES[Math.floor(number / FIRST_NAMES.length) % LAST_NAMES.length] ?? "";
  return `${first} ${last}`;
}

/** Gives everybody an invented name: the same one at every start, and none twice. */
export function nameAll(personas: Persona[]): NamedPersona[] {
  const taken = new Set<string>();
  return personas.map((persona) => {
    let number = hash("sha256", persona.id, "buffer").readUInt32BE();
    while (taken.has(nameAt(number))) number += 1;
    const name = nameAt(number);
    taken.add(name);
    return { ...persona, name };
  });
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

function matches({ id, label, name }: NamedPersona, words: string[]): boolean {
  const text = plain(`${id} ${label} ${name}`);
  return words.every((word) => text.includes(word));
}

/** Who is to be shown, by what they do, when somebody looks for these words. */
export function sectionsOf(personas: NamedPersona[], search: string): Section[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = personas.filter((persona) => matches(persona, words));
  const kindOf = ({ id }: Persona): string | undefined =>
    SECTIONS.find(([prefix]) => id.startsWith(prefix))?.[0];
  return SECTIONS.map(([prefix, heading], index) => ({
    id: `groep-${index}`,
    heading,
    personas: found.filter((persona) => kindOf(persona) === prefix),
  })).filter((section) => section.personas.length > 0);
}
