const PARTICLES = /\b(?:(?:van|de|den|der|vande|vanden|vander|el|ter)[ -]+)+\p{L}/giu;

/** "Van den B" as "Vandenb". */
function merged(start: string): string {
  const letters = start.replaceAll(/[ -]/g, "");
  return letters.slice(0, 1) + letters.slice(1).toLowerCase();
}

/** Ways in which a second desk writes the same name down. */
const WAYS: readonly ((name: string) => string)[] = [
  (name) => name.replaceAll(PARTICLES, merged),
  (name) => name.replaceAll(/['-]/g, ""),
  (name) => name.normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC"),
  (name) => name.toUpperCase(),
];

/** The same name, spelled differently; the name itself where there is only one way to write it. */
export const respelled = (name: string): string =>
  WAYS.map((way) => way(name)).find((other) => other !== name) ?? name;
