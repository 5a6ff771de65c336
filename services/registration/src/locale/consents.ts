import type { ConsentId } from "../domain/consent.ts";

/**
 * What is read out, word for word, per version. A text that somebody agreed to is never changed: it gets a
 * successor.
 */
export const CONSENT_TEXTS: Readonly<Record<ConsentId, Readonly<Record<number, string>>>> = {
  "may-call": { 1: "Je mag mij bellen of een bericht sturen over mijn vraag." },
  "desk-may-see": { 1: "De balie van mijn Digiclub mag mijn vraag zien." },
  "may-refer": {
    1: "Je mag mijn naam, mijn vraag en hoe je mij bereikt doorgeven aan de gemeente.",
  },
};
