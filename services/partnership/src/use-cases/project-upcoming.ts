import type { Scope } from "@digihulp/access";
import type { DomainEvent } from "@digihulp/events";
import * as z from "zod/mini";
import { OCCURRENCES_PLANNED, OccurrencesPlanned } from "../domain/upcoming-moment.ts";
import type { Upcoming } from "../store/upcoming.ts";

type Deps = { readonly upcoming: Upcoming };

/** Brings the start page up to date with one event of the agenda; repeating it changes nothing. */
export const projectUpcoming =
  ({ upcoming }: Deps) =>
  async (scope: Scope, event: DomainEvent): Promise<void> => {
    if (event.name !== OCCURRENCES_PLANNED) return;
    const { occurrences } = z.parse(OccurrencesPlanned, event.detail);
    await Promise.all(occurrences.map((moment) => upcoming.put(scope, moment)));
  };
