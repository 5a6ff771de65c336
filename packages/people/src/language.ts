/** Languages in which people are spoken to; ISO 639-1, and `other` for every one that is not here. */
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
