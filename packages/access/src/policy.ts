import type { Who } from "./actor.ts";
import type { Condition } from "./condition.ts";
import type { ScopeKind } from "./scope.ts";

export type Rule = {
  readonly permission: string;
  readonly who: readonly Who[];
  /** The only kind of rows that the permission opens. */
  readonly scope: ScopeKind;
  /** All of these must hold. */
  readonly when: readonly Condition[];
  /** The rule in plain Dutch, as the page "Wie mag wat?" shows it. */
  readonly inWords: string;
};

const EVERYBODY = [
  "visitor",
  "coordinator",
  "tenant-administrator",
  "social-worker",
  "desk-worker",
  "volunteer",
  "partner",
] as const satisfies readonly Who[];

/** Who may do what: the whole of it, and nothing that is not here is allowed. */
export const POLICY = [
  {
    permission: "agenda:read",
    who: EVERYBODY,
    scope: "public",
    when: [],
    inWords: "Je mag zien waar en wanneer je kunt langskomen.",
  },
  {
    permission: "partnership:read",
    who: EVERYBODY,
    scope: "public",
    when: [],
    inWords: "Je mag zien welke gemeenten en Digiclubs er zijn.",
  },
  {
    permission: "session:keep",
    who: ["visitor", "job"],
    scope: "session",
    when: [],
    inWords: "De site onthoudt wie zich aanmeldde, tot die zich afmeldt.",
  },
  {
    permission: "grant:give",
    who: ["tenant-administrator"],
    scope: "tenant",
    when: ["own-tenant"],
    inWords: "Je geeft een organisatie toegang in je eigen gemeente, en neemt die terug.",
  },
  {
    permission: "client:register",
    who: ["social-worker", "desk-worker"],
    scope: "tenant",
    when: ["own-tenant"],
    inWords: "Je schrijft iemand met een vraag in bij je eigen gemeente.",
  },
  {
    permission: "client:read",
    who: ["social-worker", "desk-worker"],
    scope: "tenant",
    when: ["own-tenant"],
    inWords: "Je zoekt en bekijkt mensen die bij je eigen gemeente ingeschreven zijn.",
  },
  {
    permission: "waiting-list:read",
    who: ["social-worker", "desk-worker"],
    scope: "tenant",
    when: ["own-tenant"],
    inWords: "Je ziet wie wacht op hulp in je eigen gemeente.",
  },
  {
    permission: "client:refer",
    who: ["partner"],
    scope: "tenant",
    when: ["active-grant"],
    inWords: "Je leidt iemand toe naar een gemeente die je organisatie toegang gaf.",
  },
  {
    permission: "referral:list",
    who: ["partner"],
    scope: "organisation",
    when: ["own-organisation"],
    inWords: "Je ziet de lijst van wie je eigen organisatie toeleidde.",
  },
  {
    permission: "referral:read",
    who: ["partner"],
    scope: "tenant",
    when: ["active-grant", "own-referral"],
    inWords: "Je ziet hoe het staat met iemand die je eigen organisatie toeleidde.",
  },
  {
    permission: "booking:make",
    who: ["desk-worker"],
    scope: "tenant",
    when: ["own-tenant"],
    inWords: "Je plant iemand in voor een moment in je eigen gemeente.",
  },
  {
    permission: "attendance:keep",
    who: ["desk-worker", "volunteer"],
    scope: "tenant",
    when: ["own-tenant"],
    inWords: "Je ziet wie vandaag komt in je eigen gemeente, en noteert wie er is.",
  },
  {
    permission: "tenant:onboard",
    who: ["job"],
    scope: "tenant",
    when: [],
    inWords: "De site zet een gemeente en haar Digiclubs klaar, zoals de regio dat afsprak.",
  },
  {
    permission: "series:plan",
    who: ["job"],
    scope: "tenant",
    when: [],
    inWords: "De site zet de vaste momenten van een gemeente elke nacht in de agenda.",
  },
  {
    permission: "start-page:project",
    who: ["job"],
    scope: "public",
    when: [],
    inWords: "De site toont de volgende momenten op de startbladzijde.",
  },
  {
    permission: "question:follow",
    who: ["job"],
    scope: "tenant",
    when: [],
    inWords: "De site volgt een vraag op als iemand ingepland is of langskwam.",
  },
  {
    permission: "referral:project",
    who: ["job"],
    scope: "organisation",
    when: [],
    inWords: "De site houdt voor elke organisatie bij wie ze toeleidde, zonder namen.",
  },
] as const satisfies readonly Rule[];

export type Permission = (typeof POLICY)[number]["permission"];

/** The same table, typed as rules rather than as its own literal. */
export const RULES: readonly Rule[] = POLICY;
