const PARTICLES = /\b(van|de|den|der|vande|vanden|vander|el|ter)\b[ -]+/gi;

/** Ways in which a second desk writes the same name down. */
const WAYS: readonly ((name: string) => string)[] = [
  (name) => name.replaceAll(PARTICLES, (particle) => particle.replace(/[ -]+$/, "")),
  (name) => name.replaceAll(/['-]/g, ""),
  (name) => name.normalize("NFD").replaceAll(/\p{M}/gu, ""),
  (name) => name.toUpperCase(),
  (name) => name.split(" ").toReversed().join(" "),
];

/** The same name, spelled differently; the name itself where there is only one way to write it. */
export const respelled = (name: string): string =>
  WAYS.map((way) => way(name)).find((other) => other !== name) ?? name;
