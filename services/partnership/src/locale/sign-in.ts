import type { SignInRefusal } from "../use-cases/finish-sign-in.ts";

type ProblemText = { readonly title: string; readonly lines: readonly string[] };

/** Why somebody is not signed in, in plain words: one text per refusal. */
const refusals = {
  "unknown-attempt": {
    title: "Deze aanmelding geldt niet meer",
    lines: ["Ze is al gebruikt, of het duurde te lang.", "Je bent nu niet aangemeld."],
  },
  "other-browser": {
    title: "Je begon in een ander venster",
    lines: ["We weten niet of jij dit bent.", "Begin hier opnieuw. Dan zijn we zeker."],
  },
  "issuer-refused": {
    title: "Je bent niet aangemeld",
    lines: ["De aanmelding is gestopt.", "Er is niets veranderd."],
  },
  "not-trusted": {
    title: "We konden je aanmelding niet nakijken",
    lines: ["Er klopte iets niet in het antwoord.", "Je bent nu niet aangemeld."],
  },
  "no-place": {
    title: "Er is nog geen plaats voor jou",
    lines: [
      "Je aanmelding klopt.",
      "Maar je hoort nog bij geen gemeente, geen Digiclub en geen partner.",
    ],
  },
} satisfies Record<SignInRefusal["kind"], ProblemText>;

/** Dutch texts of signing in, signing out and choosing a place of work. */
export const signInTexts = {
  refusals,
  again: "Probeer opnieuw",
  help: "Lukt het niet?",
  askPlace: {
    title: "Wie kan je helpen?",
    line: (coordinator: string) =>
      `Vraag het aan de beheerder van je gemeente of je organisatie. Of vraag het aan ${coordinator}.`,
  },
  onward: {
    toSignIn: { title: "Even geduld", lead: "We brengen je naar de aanmelding." },
    toSignOut: { title: "Je bent afgemeld", lead: "We ronden het nog even af." },
    action: "Ga verder",
  },
  resume: {
    title: "Je bent weer aangemeld",
    lead: "Wat je schreef, is er nog. Ga verder om het te versturen.",
    as: (place: string) => `Je werkt nu als: ${place}.`,
    action: "Ga verder",
    otherPlace: "Kies een andere plaats",
  },
  draftGone: {
    title: "We hebben je tekst niet meer",
    lead: "We bewaren een formulier een halfuur. Begin het opnieuw.",
    action: "Ga verder",
  },
  place: {
    title: "Waar werk je vandaag?",
    lead: "Kies je plaats. Je kunt dit later veranderen.",
    now: "Hier werk je nu:",
    refused: {
      "signed-out": { title: "Je bent niet meer aangemeld", line: "Meld je opnieuw aan." },
      "place-unknown": { title: "Die plaats is niet van jou", line: "Kies een plaats hieronder." },
      "changed-meanwhile": { title: "Er veranderde net iets", line: "Kies opnieuw." },
      "idempotency-key-reused": { title: "Er veranderde net iets", line: "Kies opnieuw." },
    },
  },
};
