import type { DigiclubKind, MomentKind } from "@digihulp/region";

/** Why a page could not be shown. */
export type ProblemKind =
  | "not-found"
  | "not-allowed"
  | "method"
  | "too-large"
  | "invalid"
  | "too-busy"
  | "fault";

type ProblemText = { readonly title: string; readonly lines: readonly string[] };

const problems: Record<ProblemKind, ProblemText> = {
  "not-found": {
    title: "We vinden deze bladzijde niet",
    lines: ["Misschien is ze verhuisd, of zit er een foutje in het adres."],
  },
  "not-allowed": {
    title: "Deze bladzijde is voor iemand anders",
    lines: ["Jij kunt ze niet bekijken. Heb je ze toch nodig? Vraag het ons."],
  },
  method: {
    title: "Dat lukt hier niet",
    lines: ["Ga terug naar de vorige bladzijde en begin opnieuw."],
  },
  "too-large": {
    title: "Dat was te veel in één keer",
    lines: ["Maak je tekst korter en probeer opnieuw."],
  },
  invalid: {
    title: "Er klopt iets niet in dit adres",
    lines: ["Ga terug naar de vorige bladzijde en begin opnieuw."],
  },
  "too-busy": {
    title: "Het is nu heel druk",
    lines: ["Wacht een minuut. Probeer dan opnieuw."],
  },
  fault: {
    title: "Er ging iets mis bij ons",
    lines: ["Het ligt niet aan jou. Probeer het straks opnieuw."],
  },
};

const momentKinds: Record<MomentKind, string> = {
  "drop-in": "Zonder afspraak",
  "drop-in-with-workshop": "Workshop",
};

const digiclubKinds: Record<DigiclubKind, string> = {
  library: "Bibliotheek",
  "service-centre": "Dienstencentrum",
  "community-house": "Gemeenschapshuis",
  "social-grocery": "Sociale kruidenier",
};

/** Dutch texts of the shell that every page shares. */
const nl = {
  skip: "Ga naar de inhoud",
  notice: "Let op",
  menuLabel: "Menu",
  menu: { "/agenda": "Agenda", "/digiclubs": "Digiclubs" },
  help: {
    title: "Hulp nodig?",
    call: "Bel ons",
    mail: "Mail ons",
    callLine: "Bel ons of kom langs. Je mag altijd opnieuw vragen.",
    mailLine: "Mail ons of kom langs. Je mag altijd opnieuw vragen.",
  },
  about: "Over deze site",
  foot: {
    "/toegankelijkheid": "Toegankelijkheid",
    "/privacy": "Privacy",
    "/wie-mag-wat": "Wie mag wat?",
  },
  members: { title: "Voor medewerkers", signIn: "Aanmelden" },
  funders: "Met steun van",
  error: "Fout",
  errorSummary: "Er ontbreekt nog iets",
  past: "Voorbij",
  cancelled: "Gaat niet door",
  momentKinds,
  digiclubKinds,
  problems,
  problemHelp: "Lukt het dan nog niet?",
  staff: {
    signOut: "Afmelden",
    foot: (portal: string, region: string) => `${portal} van ${region}.`,
    links: {
      "/toegankelijkheid": "Toegankelijkheid",
      "/privacy": "Privacy",
      "/wie-mag-wat": "Wie mag wat?",
    },
  },
  signInAgain: {
    title: "Meld je opnieuw aan",
    lines: ["Je was even weg, of je bent nog niet aangemeld.", "Wat je schreef, blijft bewaard."],
    action: "Meld je aan",
  },
  problemHome: "Naar de startbladzijde",
  problemReference: "Zeg ons dan dit nummer:",
};

export type ShellTexts = typeof nl;

/** The texts of the shell per language; Dutch is the only one that exists. */
export const shellTexts = { nl };

export type Language = keyof typeof shellTexts;
