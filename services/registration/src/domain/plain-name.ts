// What Unicode does not take apart: letters that are one piece with their stroke or ring.
const PIECES: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

// "van de Velde", "Vande Velde" and "Vandevelde" are one name, as are "El Idrissi" and "Elidrissi".
const PARTICLES = new Set(
  "van vande vanden vander de den der ten ter op d t el al le la du di da ben ibn".split(" "),
);

/** A name without accents, capitals, apostrophes and hyphens, in any script; words stay apart. */
export const plainName = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => PIECES[letter] ?? letter)
    .replaceAll(/['’‘ʼ`´]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function mergedWords(plain: string): string[] {
  const words: string[] = [];
  let particles = "";
  for (const word of plain.split(" ")) {
    if (PARTICLES.has(word)) particles += word;
    else {
      words.push(particles + word);
      particles = "";
    }
  }
  return particles === "" ? words : [...words, particles];
}

/** The words of a name, each particle joined to the word after it. */
export const nameWords = (name: string): string[] =>
  mergedWords(plainName(name)).filter((word) => word !== "");

/** What two spellings of one name share, whichever of its parts comes first; empty without letters. */
export const alikeName = (name: string): string => nameWords(name).sort().join(" ");
