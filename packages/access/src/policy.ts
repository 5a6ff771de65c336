import type { ActorKind } from "./actor.ts";
import type { ScopeKind } from "./scope.ts";

export type Rule = {
  readonly permission: string;
  readonly actors: readonly ActorKind[];
  /** The only kind of rows that the permission opens. */
  readonly scope: ScopeKind;
  /** The rule in plain Dutch, as the page "Wie mag wat?" shows it. */
  readonly inWords: string;
};

/** Who may do what: the whole of it, and nothing that is not here is allowed. */
export const POLICY = [
  {
    permission: "agenda:read",
    actors: ["visitor"],
    scope: "public",
    inWords: "Iedereen mag zien waar en wanneer je kunt langskomen.",
  },
  {
    permission: "partnership:read",
    actors: ["visitor"],
    scope: "public",
    inWords: "Iedereen mag zien welke gemeenten en Digiclubs er zijn.",
  },
  {
    permission: "tenant:onboard",
    actors: ["job"],
    scope: "tenant",
    inWords: "Het portaal zet een gemeente en haar Digiclubs klaar, zoals de regio dat afsprak.",
  },
  {
    permission: "series:plan",
    actors: ["job"],
    scope: "tenant",
    inWords: "Het portaal zet de vaste momenten van een gemeente elke nacht in de agenda.",
  },
  {
    permission: "start-page:project",
    actors: ["job"],
    scope: "public",
    inWords: "Het portaal toont de volgende momenten op de startpagina.",
  },
] as const satisfies readonly Rule[];

export type Permission = (typeof POLICY)[number]["permission"];

/** The same table, typed as rules rather than as its own literal. */
export const RULES: readonly Rule[] = POLICY;
