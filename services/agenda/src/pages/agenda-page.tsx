import { addDays } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import { digiclubsOf } from "@digihulp/region";
import type { Digiclub, RegionDefinition } from "@digihulp/region";
import { html, PUBLIC_CACHE } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { AgendaDeps } from "../deps.ts";
import { matches } from "../domain/filter.ts";
import type { Filter } from "../domain/filter.ts";
import type { Occurrence } from "../domain/occurrence.ts";
import { calendarReach, nextPeriod, previousPeriod } from "../domain/period-steps.ts";
import { PAGE_DAYS } from "../domain/period.ts";
import type { Period } from "../domain/period.ts";
import { agendaHref } from "./agenda-filter.ts";
import type { AgendaFilter } from "./agenda-filter.ts";
import { agendaSearched } from "./agenda-form.ts";
import type { AgendaSearched } from "./agenda-form.ts";
import { AgendaView } from "./agenda.tsx";

/** A year ahead: every series reaches further, so no link leads to a half-planned month. */
const DAYS_SHOWN = 365;

const wanted = ({ municipality, digiclub, theme, kind }: AgendaFilter): Filter => ({
  municipality: municipality?.id,
  digiclub: digiclub?.id,
  theme: theme?.id,
  kind,
});

function clubsIn(region: RegionDefinition, filter: AgendaFilter): readonly Digiclub[] {
  if (filter.digiclub) return [filter.digiclub];
  return filter.municipality ? digiclubsOf(region, filter.municipality.id) : region.digiclubs;
}

/** Digiclubs of the chosen area without any moment in the weeks to come: their hours are not known. */
function withoutHours(
  region: RegionDefinition,
  filter: AgendaFilter,
  ahead: readonly Occurrence[],
): Digiclub[] {
  const known = new Set(ahead.map(({ digiclub }) => digiclub));
  return clubsIn(region, filter).filter(({ id }) => !known.has(id));
}

function otherDays(
  region: RegionDefinition,
  { filter, period }: AgendaSearched,
  today: CalendarDate,
) {
  const reach = calendarReach(region, addDays(today, DAYS_SHOWN));
  const href = (to: Period | null) => to && agendaHref({ ...filter, ...to });
  return {
    reach,
    earlierHref: href(previousPeriod(period, reach)) ?? undefined,
    laterHref: href(nextPeriod(period, reach)) ?? undefined,
  };
}

function feedHref({ municipality, digiclub, theme }: AgendaFilter): string {
  const query = new URLSearchParams({
    ...(municipality ? { municipality: municipality.id } : {}),
    ...(digiclub ? { digiclub: digiclub.id } : {}),
    ...(theme ? { theme: theme.id } : {}),
  }).toString();
  return query === "" ? "/agenda/feed.ics" : `/agenda/feed.ics?${query}`;
}

/** GET /agenda: where and when people can come. */
export const agendaPage: Handle<AgendaDeps> =
  ({ agenda }) =>
  async ({ request, region, scope, now }) => {
    const searched = agendaSearched(request.query, { region, today: now.date });
    const { filter, period, errors, values } = searched;
    const weeks = { from: now.date, until: addDays(now.date, PAGE_DAYS - 1) };
    const isNow = period.from === weeks.from && period.until === weeks.until;
    const shown = agenda.between(scope, period.from, period.until);
    const [found, ahead] = await Promise.all([
      shown,
      isNow ? shown : agenda.between(scope, weeks.from, weeks.until),
    ]);
    const view = (
      <AgendaView
        region={region}
        occurrences={found.filter(matches(wanted(filter)))}
        now={now}
        filter={filter}
        values={errors.length > 0 ? values : undefined}
        errors={errors}
        period={period}
        {...otherDays(region, searched, now.date)}
        feedHref={feedHref(filter)}
        clubsWithoutHours={withoutHours(region, filter, ahead)}
      />
    );
    return html(errors.length > 0 ? 422 : 200, view.toString(), PUBLIC_CACHE);
  };
