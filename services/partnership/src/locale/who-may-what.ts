import type { Who } from "@digihulp/access";

/** Dutch texts of the page that shows the policy table. */
export const whoMayWhat = {
  title: "Wie mag wat?",
  lead: "Hier lees je wie wat mag zien en doen op deze site.",
  actors: {
    visitor: "Iedereen",
    volunteer: "Een vrijwilliger van een Digiclub",
    "desk-worker": "Een medewerker aan de balie van een Digiclub",
    "social-worker": "Een maatschappelijk werker",
    "tenant-administrator": "De beheerder van een gemeente",
    partner: "Een partner",
    coordinator: "De coördinator van de regio",
    job: "De site zelf",
  } satisfies Record<Who, string>,
  nothingElse: "Wat hier niet staat, mag niemand.",
};
