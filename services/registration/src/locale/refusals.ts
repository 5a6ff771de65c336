import type { AskRefusal } from "../use-cases/ask-question.ts";
import type { FindRefusal } from "../use-cases/find-clients.ts";
import type { ReferRefusal } from "../use-cases/refer-client.ts";
import type { RegisterRefusal } from "../use-cases/register-client.ts";
import type { WithdrawRefusal } from "../use-cases/withdraw-question.ts";

export type Refusal = RegisterRefusal | AskRefusal | WithdrawRefusal | ReferRefusal | FindRefusal;
export type RefusalKind = Refusal["kind"];

/** What is the matter, and what to do now. */
export const refusals = {
  "possible-duplicate": {
    title: "Is het een van deze mensen?",
    line: "Iemand met deze naam of dit nummer staat er al.",
  },
  "not-agreed": {
    title: "Vraag eerst of het mag",
    line: "Zonder ja geven we niets door. De persoon mag altijd zelf langskomen.",
  },
  "unknown-client": { title: "We vinden deze persoon niet", line: "Zoek opnieuw op de naam." },
  "unknown-question": { title: "We vinden deze vraag niet", line: "Zoek de persoon opnieuw." },
  "question-not-waiting": {
    title: "Deze vraag wacht niet meer",
    line: "Is de persoon ingepland? Haal die dan eerst weg bij dat moment.",
  },
  "nothing-to-search": {
    title: "Er ontbreekt nog iets",
    line: "Typ een naam, of minstens vier cijfers van een telefoonnummer.",
  },
  "too-much-to-search": {
    title: "Dat was te lang",
    line: "Typ alleen een naam of een telefoonnummer.",
  },
  "changed-meanwhile": {
    title: "Iemand anders was net sneller",
    line: "Wat je schreef, staat hieronder nog. Kijk het na en probeer opnieuw.",
  },
  "idempotency-key-reused": {
    title: "Dit formulier was al gebruikt",
    line: "Kijk eerst of het al bewaard is. Is het dat niet? Verstuur dan opnieuw.",
  },
} as const satisfies Record<RefusalKind, { readonly title: string; readonly line: string }>;

/** The same for programs: one English sentence each. */
export const refusalTitles = {
  "possible-duplicate": "People who share this name or number are known; rule them out.",
  "not-agreed": "The person must have agreed to be referred.",
  "unknown-client": "There is no such client.",
  "unknown-question": "There is no such question.",
  "question-not-waiting": "The question does not wait any more.",
  "nothing-to-search": "Give a name or at least four digits of a telephone number.",
  "too-much-to-search": "Give at most 120 characters.",
  "changed-meanwhile": "Somebody else changed this at the same time; try again.",
  "idempotency-key-reused": "This idempotency key was used for another request.",
} as const satisfies Record<RefusalKind, string>;
