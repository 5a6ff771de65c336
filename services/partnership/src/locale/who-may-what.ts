import type { ActorKind } from "@digihulp/access";

/** Dutch texts of the page that shows the policy table. */
export const whoMayWhat = {
  title: "Wie mag wat?",
  lead: "Hier lees je wie wat mag zien en doen op deze site.",
  actors: {
    visitor: "Iedereen",
    job: "De site zelf",
  } satisfies Record<ActorKind, string>,
  nothingElse: "Wat hier niet staat, mag niemand.",
};
