import type { Organisation } from "../definition.ts";
import { organisationId } from "../slug.ts";

/** Who takes part, in which roles. */
export const organisations: readonly Organisation[] = [
  {
    id: organisationId("werken-leie-schelde"),
    name: "Werken Leie&Schelde",
    roles: ["regional-coordinator"],
  },
  {
    id: organisationId("zorgband"),
    name: "Zorgband Leie&Schelde",
    roles: ["club-operator"],
    task: "baat de mobiele unit en drie vaste Digiclubs uit",
  },
  {
    id: organisationId("de-zonnebloem"),
    name: "Welzijnsschakel de Zonnebloem",
    roles: ["club-operator"],
    task: "begeleidt mensen één voor één in het gemeenschapshuis",
  },
  { id: organisationId("mia"), name: "MIA, sociale kruidenier", roles: ["club-operator"] },
  {
    id: organisationId("deinze-industrie"),
    name: "Ondernemersplatform Deinze Industrie vzw",
    roles: ["device-collector", "communicator"],
    task: "zamelt toestellen in bij bedrijven en verzorgt de communicatie",
  },
  {
    id: organisationId("vti-deinze"),
    name: "VTI Deinze",
    roles: ["refurbisher"],
    task: "wist, reinigt en keurt toestellen",
  },
  {
    id: organisationId("ateljee"),
    name: "Ateljee vzw",
    roles: ["refurbisher"],
    task: "vangt op wanneer er te veel toestellen zijn voor VTI Deinze",
  },
  { id: organisationId("vdab"), name: "VDAB", roles: ["referrer", "trainer"] },
  { id: organisationId("groep-intro"), name: "Groep Intro", roles: ["referrer"] },
  { id: organisationId("emino"), name: "Emino", roles: ["referrer"] },
  {
    id: organisationId("sociale-economiebedrijven"),
    name: "Lokale sociale-economiebedrijven",
    roles: ["referrer"],
    task: "leiden hun eigen doelgroepmedewerkers toe",
    isCategory: true,
  },
  {
    id: organisationId("avansa"),
    name: "Avansa regio Gent",
    roles: ["facilitator", "volunteer-support"],
    task: "begeleidt de tweemaandelijkse groepsmomenten en de vrijwilligers",
  },
  { id: organisationId("ligo"), name: "Ligo Gent-Meetjesland", roles: ["trainer"] },
  { id: organisationId("cvo"), name: "CVO", roles: ["trainer"], isCategory: true },
  { id: organisationId("beego"), name: "Beego", roles: ["student-helpers"] },
];
