import type { Marked, Thing } from "./world.ts";

/** Who may do what with whose things, in names: written down apart from the policy that it checks. */

type Municipality = "destelbergen" | "deinze";

/** The municipality whose rows a thing stands in. */
export const municipalityOf = (thing: Thing): Municipality | undefined => {
  if (thing === "nobody" || thing === "nonsense") return undefined;
  return thing === "deinze" ? "deinze" : "destelbergen";
};

const DESK = {
  destelbergen: ["desk-destelbergen-bibliotheek"],
  deinze: ["desk-deinze-bibliotheek"],
} as const;
const SOCIAL_WORK = {
  destelbergen: ["social-worker-destelbergen"],
  deinze: ["social-worker-deinze"],
} as const;
const VOLUNTEERS = { destelbergen: ["volunteer-destelbergen-bibliotheek"], deinze: [] } as const;
const ADMINISTRATORS = {
  destelbergen: ["admin-destelbergen", "program destelbergen"],
  deinze: ["admin-deinze", "program deinze"],
} as const;
const VDAB = ["partner-vdab", "program vdab"];
const AVANSA = ["partner-avansa", "program avansa"];

type ByMunicipality = (where: Municipality) => readonly string[];

const PER_MUNICIPALITY = {
  /** Names, numbers and questions of people. */
  people: (where) => [...DESK[where], ...SOCIAL_WORK[where]],
  bookings: (where) => DESK[where],
  attendance: (where) => [...DESK[where], ...VOLUNTEERS[where]],
  grants: (where) => ADMINISTRATORS[where],
  /** Destelbergen gave VDAB access, and took Avansa's back. */
  referring: (where) => (where === "destelbergen" ? VDAB : []),
} as const satisfies Record<string, ByMunicipality>;

export type Right = keyof typeof PER_MUNICIPALITY;

/** Who has a right over a thing. */
export function whoMay(right: Right, thing: Thing): readonly string[] {
  const where = municipalityOf(thing);
  return where ? PER_MUNICIPALITY[right](where) : [];
}

/** Who has a right over the rows of their own municipality, whichever that is. */
export const whoMayAtHome = (right: Right): readonly string[] => [
  ...PER_MUNICIPALITY[right]("destelbergen"),
  ...PER_MUNICIPALITY[right]("deinze"),
];

/** Who has a right over a thing at a moment; only Destelbergen has moments. */
export const whoMayAt = (right: "bookings" | "attendance", thing: Thing): readonly string[] =>
  municipalityOf(thing) === "destelbergen" ? whoMay(right, thing) : [];

/** Who has a list of the people whom their organisation referred. */
export const PARTNERS: readonly string[] = [...VDAB, ...AVANSA, "partner-emino"];
/** Who may see how it stands with somebody whom they referred. */
export const whoMayFollow = (thing: Thing): readonly string[] => (thing === "of-vdab" ? VDAB : []);

/** Everybody of Destelbergen is expected in de Reinaert. */
const isBookedToday = ({ thing }: Marked): boolean => municipalityOf(thing) === "destelbergen";
const agreedThatDeskReads = ({ thing }: Marked): boolean => thing !== "destelbergen";

const mayName = (caller: string, person: Marked): boolean =>
  whoMay("people", person.thing).includes(caller) ||
  whoMayFollow(person.thing).includes(caller) ||
  (isBookedToday(person) && whoMay("attendance", person.thing).includes(caller));

function mayWords(caller: string, person: Marked): boolean {
  const isDesk = whoMay("bookings", person.thing).includes(caller);
  return (
    whoMay("people", person.thing).includes(caller) && (!isDesk || agreedThatDeskReads(person))
  );
}

/** An organisation keeps the ids of whom it referred, also after its access ended. */
const mayQuestion = (caller: string, person: Marked): boolean =>
  mayName(caller, person) || (person.thing === "of-avansa" && AVANSA.includes(caller));

/** What of a person must stand in no answer to this caller. */
export function secretsFrom(caller: string, person: Marked): string[] {
  const named = mayName(caller, person);
  return [
    ...(named ? [] : [...person.name.split(" "), person.person]),
    ...(mayQuestion(caller, person) ? [] : [person.question]),
    ...(mayWords(caller, person) ? [] : [person.words]),
    ...(whoMay("people", person.thing).includes(caller) ? [] : [person.phone]),
  ];
}

/** Inside a municipality nobody sees who referred somebody. */
export const referrersHiddenFrom = (caller: string): boolean =>
  whoMayAtHome("people").includes(caller) || whoMayAtHome("attendance").includes(caller);
