import { findDigiclub, findMunicipality, findTheme } from "@digihulp/region";
import type { RegionDefinition } from "@digihulp/region";
import { invalid, calendar, conditional, PUBLIC_CACHE } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { AgendaDeps } from "../deps.ts";
import { calendarFeed } from "../domain/calendar-feed.ts";
import { matches } from "../domain/filter.ts";
import type { Filter } from "../domain/filter.ts";
import { askedAgenda } from "./agenda-query.ts";

/** What the subscriber's calendar is called: the region, and what was picked from it. */
function nameOf(region: RegionDefinition, { municipality, digiclub, theme }: Filter): string {
  const picked = [
    digiclub && findDigiclub(region, digiclub)?.name,
    municipality && findMunicipality(region, municipality)?.name,
    theme && findTheme(region, theme)?.name,
  ];
  return [region.name, ...picked.filter(Boolean)].join(" - ");
}

/** The agenda as a calendar to subscribe to (RFC 5545). */
export const calendarOfAgenda: Handle<AgendaDeps> =
  ({ agenda }) =>
  async ({ request, region, now, scope, origin }) => {
    const asked = askedAgenda(request.query, { region, today: now.date });
    if (!asked.ok) return invalid(asked.issues);
    const { filter, period } = asked.value;
    const occurrences = (await agenda.between(scope, period.from, period.until)).filter(
      matches(filter),
    );
    const name = nameOf(region, filter);
    const feed = calendarFeed({ name, origin, places: region, occurrences });
    return conditional(request, calendar(200, feed, PUBLIC_CACHE));
  };
