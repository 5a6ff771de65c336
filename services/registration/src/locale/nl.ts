import { languageNames as languages } from "@digihulp/web/look";
import type { QuestionState, StepKind } from "../domain/question.ts";
import type { ReachBy } from "../domain/reach.ts";

const reaches: Readonly<Record<ReachBy, string>> = {
  phone: "Telefoon of gsm",
  email: "E-mail",
  somebody: "Via iemand anders",
  post: "Brief",
  visit: "Komt zelf langs",
};

const states: Readonly<Record<QuestionState, string>> = {
  waiting: "Wacht",
  planned: "Ingepland",
  helped: "Geholpen",
  withdrawn: "Niet meer nodig",
};

const steps: Readonly<Record<StepKind, string>> = {
  "booking-made": "Ingepland",
  "attendance-undone": "Verbeterd: nog ingepland",
  "client-attended": "Kwam langs",
  "client-absent": "Kwam niet. De vraag wacht opnieuw.",
  "booking-cancelled": "Afgebeld. De vraag wacht opnieuw.",
};

/** For a partner: how it stands, in one sentence. */
const outcomes: Readonly<Record<QuestionState, string>> = {
  waiting: "De vraag staat op de wachtlijst. De Digiclub zoekt een moment.",
  planned: "Er is een moment afgesproken.",
  helped: "De persoon kwam langs en kreeg hulp.",
  withdrawn: "De persoon heeft geen hulp meer nodig.",
};

const days = (count: number): string => (count === 1 ? "1 dag" : `${count} dagen`);

/** Dutch texts of the pages that the registration serves. */
export const nl = {
  languages,
  reaches,
  states,
  steps,
  themeUnknown: "Weet het niet",
  born: (year: number) => `geboren in ${year}`,
  via: (relation: string, phone: string) => `${phone}, via ${relation}`,
  waits: (count: number) => (count === 0 ? "wacht sinds vandaag" : `wacht ${days(count)}`),
  planIn: "Plan in",
  desk: {
    greeting: (hour: number, name: string) => {
      const part = hour < 12 ? "Goeiemorgen" : hour < 18 ? "Goeiemiddag" : "Goeienavond";
      return name === "" ? part : `${part}, ${name}`;
    },
    search: "Wie staat er voor je?",
    typed: "Naam of telefoonnummer",
    go: "Zoek",
    newPerson: "Nieuwe persoon",
    today: "Wie komt vandaag",
    found: (count: number) => (count === 1 ? "We vinden 1 persoon" : `We vinden ${count} mensen`),
    foundMost: (count: number) => `De eerste ${count} mensen`,
    foundMore: "Zie je de juiste persoon niet? Typ ook de achternaam.",
    foundNobody: "We vinden niemand met die naam",
    foundNobodyLine: "Schrijf de naam ook eens anders. Of maak een nieuwe persoon.",
  },
  waiting: {
    title: "Wachtlijst",
    lead: "Wie het langst wacht, staat bovenaan.",
    all: "Hele lijst",
    none: "Niemand wacht. Goed gedaan.",
    more: "Toon wie later kwam",
    first: "Terug naar het begin van de lijst",
  },
  intake: {
    title: "Nieuwe persoon",
    lead: "Vraag alleen wat je nodig hebt. Nee zeggen mag: we helpen altijd.",
    back: "Terug",
    name: "Naam",
    nameHint: "Zoals de persoon die zegt.",
    reach: "Hoe bereiken we deze persoon?",
    reachAt: "Nummer, mailadres of adres",
    reachAtHint: "Niet nodig als de persoon zelf langskomt.",
    relation: "Via wie?",
    relationHint: "Alleen als het via iemand anders gaat. Bijvoorbeeld: haar zoon.",
    language: "Taal",
    languageOpen: "Kies een taal",
    theme: "Waarover gaat het?",
    themeOpen: "Kies een onderwerp",
    words: "De vraag",
    wordsHint: "In eigen woorden. Geen rijksregisternummer, wachtwoord of pincode.",
    birthYear: "Geboortejaar",
    birthYearHint: "Alleen als de persoon dat wil zeggen.",
    agreed: "Waar zegt de persoon ja op?",
    agreedHint: "Lees het voor. Nee is ook goed: we helpen altijd.",
    submit: "Zet op de wachtlijst",
    nobodyElse: "Nee, iemand anders",
    thisOne: "Ja, deze persoon",
  },
  person: {
    back: "Terug naar de balie",
    reach: "Bereiken",
    language: "Taal",
    born: "Geboren",
    mayCall: "Bellen of bericht",
    mayCallYes: "mag",
    mayCallNo: "liever niet",
    since: "Ingeschreven",
    byYou: "Jij schreef deze persoon in.",
    questions: "Vragen",
    askedOn: (date: string) => `gevraagd op ${date}`,
    untold: "Deze persoon vertelt de vraag liever zelf.",
    moment: "Toon het moment",
    withdraw: "Niet meer nodig",
    ask: "Nog een vraag",
    askSubmit: "Zet op de wachtlijst",
    history: "Wat er al gebeurde",
    asked: (theme: string) => `Vroeg hulp: ${theme}`,
    withdrawn: "Had geen hulp meer nodig",
    registered: "Ingeschreven",
    agreed: "Wat deze persoon goedvindt",
    yes: "ja",
    no: "nee",
    alike: "Let op: lijkt op iemand anders",
    alikeLine: "Deze mensen hebben dezelfde naam of hetzelfde nummer.",
    looked: "Elke keer dat iemand deze bladzijde opent, wordt genoteerd.",
  },
  refer: {
    title: "Iemand toeleiden",
    lead: "Je geeft alleen de vraag door, en hoe we de persoon bereiken.",
    municipality: "Naar welke gemeente?",
    municipalityMissing: "Kies een gemeente.",
    wordsHint:
      "Alleen de vraag, niet waarom de persoon bij jullie komt. Geen rijksregisternummer, wachtwoord of pincode.",
    agreedHint: "Lees het voor. Zonder ja op de eerste zin geven we niets door.",
    agreedMissing:
      "Vraag eerst of je dit mag doorgeven. Mag het niet? Dan kan de persoon zelf langskomen.",
    submit: "Geef de vraag door",
    none: "Nog geen enkele gemeente gaf jullie toegang",
    noneLine: "Vraag het aan de gemeente waar de persoon woont. Langskomen kan altijd.",
  },
  referrals: {
    title: "Wie jullie toeleidden",
    lead: "Alleen jullie eigen mensen, en hoe het met hun vraag staat.",
    none: "Jullie leidden nog niemand toe",
    noneLine: "Is er iemand met een digitale vraag? Geef ze door.",
    refer: "Iemand toeleiden",
    ended: "Jullie toegang is gestopt",
    endedLine: (municipality: string) => `Vraag het aan ${municipality}.`,
  },
  referral: {
    back: "Terug naar de lijst",
    municipality: "Gemeente",
    theme: "Waarover",
    since: "Doorgegeven",
    state: "Hoe staat het?",
    outcomes,
    sentTitle: "We hebben de vraag",
    sentLine: "Bedankt. Je ziet hier hoe het verdergaat.",
  },
};

export type Texts = typeof nl;
