import type { QuestionName, Why } from "../domain/issue.ts";

const missing: Readonly<Record<QuestionName, string>> = {
  name: "Schrijf de naam.",
  reachBy: "Kies hoe we deze persoon bereiken.",
  reachAt: "Schrijf het nummer of het adres. Of kies ‘Komt zelf langs’.",
  relation: "Schrijf wie dat is. Bijvoorbeeld: haar zoon.",
  language: "Kies een taal.",
  theme: "Kies waarover het gaat. ‘Weet het niet’ mag ook.",
  words: "Schrijf de vraag.",
  birthYear: "Schrijf het geboortejaar, of laat het leeg.",
};

const tooLong: Readonly<Record<QuestionName, string>> = {
  name: "Maak de naam korter: hoogstens 120 tekens.",
  reachBy: "Kies een van de antwoorden.",
  reachAt: "Maak het adres korter: hoogstens 200 tekens.",
  relation: "Maak dit korter: hoogstens 60 tekens.",
  language: "Kies een taal uit de lijst.",
  theme: "Kies een onderwerp uit de lijst.",
  words: "Maak de vraag korter: hoogstens 1.000 tekens.",
  birthYear: "Schrijf vier cijfers. Bijvoorbeeld 1954.",
};

const others: Readonly<Record<Exclude<Why, "missing" | "too-long">, string>> = {
  "no-such-choice": "Kies een antwoord uit de lijst.",
  "no-phone": "Schrijf een telefoonnummer. Bijvoorbeeld 0470 00 00 01.",
  "no-email": "Schrijf een mailadres. Bijvoorbeeld an@voorbeeld.be.",
  "no-year": "Schrijf vier cijfers. Bijvoorbeeld 1954.",
  "national-number": "Dit lijkt een rijksregisternummer. Haal het weg: we bewaren het niet.",
  "bank-card": "Dit lijkt het nummer van een bankkaart. Haal het weg: we bewaren het niet.",
  "bank-account": "Dit lijkt een rekeningnummer. Haal het weg: we bewaren het niet.",
  password: "Dit lijkt een wachtwoord. Haal het weg: alleen de persoon mag het kennen.",
  "pin-code": "Dit lijkt een pincode. Haal ze weg: alleen de persoon mag ze kennen.",
};

/** What is missing or in the way, and what to do about it. */
export function issueText(field: QuestionName, why: Why): string {
  if (why === "missing") return missing[field];
  return why === "too-long" ? tooLong[field] : others[why];
}
