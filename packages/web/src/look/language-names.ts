import type { Language } from "@digihulp/kernel";

/** The contact languages in Dutch. */
export const languageNames: Readonly<Record<Language, string>> = {
  nl: "Nederlands",
  fr: "Frans",
  en: "Engels",
  ar: "Arabisch",
  uk: "Oekraïens",
  ru: "Russisch",
  ro: "Roemeens",
  bg: "Bulgaars",
  pl: "Pools",
  tr: "Turks",
  fa: "Farsi of Dari",
  ps: "Pasjtoe",
  es: "Spaans",
  ti: "Tigrinya",
  so: "Somalisch",
  other: "Een andere taal",
};
