/**
 * Languages in which people are spoken to, not where they come from; ISO 639-1, and `other` for every one
 * that is not here.
 */
export const LANGUAGES = [
  "nl",
  "fr",
  "en",
  "ar",
  "uk",
  "ru",
  "ro",
  "bg",
  "pl",
  "tr",
  "fa",
  "ps",
  "es",
  "ti",
  "so",
  "other",
] as const;

export type Language = (typeof LANGUAGES)[number];

/** Whether the text is one of the contact languages. */
export const isLanguage = (text: string): text is Language =>
  LANGUAGES.some((known) => known === text);
