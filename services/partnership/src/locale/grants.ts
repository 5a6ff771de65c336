import type { CalendarDate } from "@digihulp/kernel";
import { dutchDateWithYear } from "@digihulp/web/look";
import type { Grant, GrantState } from "../domain/grant.ts";
import type { EndGrantRefusal } from "../use-cases/end-grant.ts";
import type { GiveGrantRefusal } from "../use-cases/give-grant.ts";

export type GrantRefusalKind = (GiveGrantRefusal | EndGrantRefusal)["kind"];

/** What is the matter, and what to do, for who gives access. */
const refusals = {
  "organisation-unknown": {
    title: "We kennen deze organisatie niet",
    line: "Kies een organisatie uit de lijst.",
  },
  "in-the-past": {
    title: "Die eerste dag is al voorbij",
    line: "Kies vandaag of een latere dag.",
  },
  "until-before-from": {
    title: "De laatste dag komt voor de eerste",
    line: "Kies een latere laatste dag. Of laat ze leeg.",
  },
  "overlapping-grant": {
    title: "Deze organisatie heeft dan al toegang",
    line: "Kies andere dagen. Of neem eerst de toegang terug die er al is.",
  },
  "already-ended": {
    title: "Deze toegang is al voorbij",
    line: "Je hoeft niets meer te doen.",
  },
  "grant-unknown": { title: "We vinden deze toegang niet", line: "Kijk in de lijst hieronder." },
  "changed-meanwhile": {
    title: "Iemand anders was net sneller",
    line: "Kijk hieronder hoe het nu is. Probeer dan opnieuw.",
  },
  "idempotency-key-reused": {
    title: "Dit formulier was al gebruikt",
    line: "Kijk hieronder hoe het nu is. Probeer dan opnieuw.",
  },
} as const satisfies Record<GrantRefusalKind, { title: string; line: string }>;

const states = {
  future: "Begint later",
  active: "Heeft toegang",
  expired: "Voorbij",
  ended: "Teruggenomen",
} as const satisfies Record<GrantState, string>;

const until = (date: CalendarDate | null): string =>
  date === null ? "zonder einddatum" : `tot en met ${dutchDateWithYear(date)}`;

/** Dutch texts of the page on which a municipality gives access and takes it back. */
export const grantTexts = {
  refusals,
  states,
  title: "Toegang voor organisaties",
  lead: "Een organisatie met toegang kan mensen toeleiden naar jouw gemeente. Ze ziet alleen wie ze zelf toeleidde.",
  listTitle: "Wie kreeg toegang?",
  none: "Nog geen enkele organisatie kreeg toegang.",
  past: "Toegang die voorbij is",
  days: (grant: Pick<Grant, "from" | "until">) =>
    `Vanaf ${dutchDateWithYear(grant.from)}, ${until(grant.until)}`,
  endedOn: (date: CalendarDate) => `Teruggenomen op ${dutchDateWithYear(date)}`,
  end: "Neem terug",
  giveTitle: "Geef een organisatie toegang",
  fields: {
    organisatie: { label: "Welke organisatie?", open: "Kies een organisatie" },
    vanaf: { label: "Vanaf welke dag?", hint: "De eerste dag met toegang." },
    tot: { label: "Tot en met welke dag?", hint: "Weet je het nog niet? Laat dit leeg." },
  },
  errors: {
    organisatie: "Kies een organisatie.",
    vanaf: "Vul de eerste dag in, zoals 23/11/2026.",
    tot: "Dit is geen dag. Vul de laatste dag in, of laat ze leeg.",
  },
  give: "Geef toegang",
};
