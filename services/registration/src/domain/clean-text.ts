// Controls, and the marks that make text run backwards: they hide what is written. Marks that join
// letters and emoji stay.
const HIDDEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const HIDDEN_BUT_LINES = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const VISIBLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Text of one line: composed (NFC), without hidden marks, spaces single and none at the ends. */
export const oneLine = (text: string): string =>
  text.toWellFormed().normalize("NFC").replaceAll(/\s+/g, " ").replaceAll(HIDDEN, "").trim();

/** Text of several lines, cleaned the same way; at most one empty line between two others. */
export const manyLines = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(HIDDEN_BUT_LINES, " ")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();

/** Whether there is something to read: a letter, a figure or a picture. */
export const isReadable = (text: string): boolean => VISIBLE.test(text);

/** Length as a reader counts it: characters, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;
