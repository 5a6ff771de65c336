import type { CalendarDate, WallTime } from "@digihulp/kernel";
import type { Digiclub } from "@digihulp/region";
import { Band, Chips, ErrorSummary, Page, dutchDate, shellTexts } from "@digihulp/web/look";
import type { ChipProps, FieldError, ShellProps } from "@digihulp/web/look";
import type { Occurrence } from "../domain/occurrence.ts";
import type { Period } from "../domain/period.ts";
import { nl } from "../locale/nl.ts";
import { HoursFollow, NothingFound, OtherDays, TakeAlong } from "./agenda-around.tsx";
import { agendaHref, agendaValues } from "./agenda-filter.ts";
import type { AgendaFilter, AgendaValues } from "./agenda-filter.ts";
import { Jump } from "./agenda-jump.tsx";
import { AgendaList } from "./agenda-list.tsx";
import { AgendaSearch } from "./agenda-search.tsx";

export type AgendaProps = ShellProps & {
  /** The moments of the period, in order of date and time. */
  readonly occurrences: readonly Occurrence[];
  readonly now: WallTime;
  readonly filter: AgendaFilter;
  /** What was typed, when some of it was not understood; else the filter's own words are shown. */
  readonly values?: AgendaValues | undefined;
  readonly errors?: readonly FieldError[];
  /** First and last day of what is shown. */
  readonly period: Period;
  /** From the first known moment to the last planned day. */
  readonly reach: Period;
  readonly earlierHref?: string | undefined;
  readonly laterHref?: string | undefined;
  readonly feedHref: string;
  /** The Digiclubs of the chosen area whose hours nobody knows. */
  readonly clubsWithoutHours: readonly Digiclub[];
};

const without = (filter: AgendaFilter, part: keyof AgendaFilter): string =>
  agendaHref({ ...filter, [part]: undefined });

function chipsOf(filter: AgendaFilter, today: CalendarDate): ChipProps[] {
  const { municipality, digiclub, theme, kind, from, until } = filter;
  const { chipFrom, chipUntil, takeAway } = nl.agenda;
  const chip = (part: keyof AgendaFilter, label: string): ChipProps => ({
    label,
    href: without(filter, part),
    spoken: takeAway,
  });
  return [
    ...(municipality ? [chip("municipality", municipality.name)] : []),
    ...(digiclub ? [chip("digiclub", digiclub.name)] : []),
    ...(theme ? [chip("theme", theme.name)] : []),
    ...(kind ? [chip("kind", shellTexts.nl.momentKinds[kind])] : []),
    ...(from ? [chip("from", chipFrom(dutchDate(from, today)))] : []),
    ...(until ? [chip("until", chipUntil(dutchDate(until, today)))] : []),
  ];
}

const shownValues = (filter: AgendaFilter): AgendaValues => ({
  ...agendaValues(filter),
  ...(filter.municipality && { gemeente: filter.municipality.name }),
});

const Found = ({ region, occurrences, now, filter, period, laterHref }: AgendaProps) => {
  const { agenda } = nl;
  if (occurrences.length === 0) return <NothingFound region={region} laterHref={laterHref} />;
  const count = agenda.count(occurrences.length);
  return (
    <>
      <h2 class="count">
        {filter.municipality ? agenda.countIn(count, filter.municipality.name) : count}
      </h2>
      <p class="hint">
        {agenda.period(dutchDate(period.from, now.date), dutchDate(period.until, now.date))}
      </p>
      <AgendaList region={region} occurrences={occurrences} now={now} />
    </>
  );
};

/** Where and when people can come: one field to search, then the days on the stream. */
export const AgendaView = (props: AgendaProps) => {
  const { region, banner, filter, errors = [], now } = props;
  const { municipality } = filter;
  const title = municipality ? nl.agenda.titleIn(municipality.name) : nl.agenda.title;
  return (
    <Page
      region={region}
      banner={banner}
      title={title}
      description={nl.agenda.description}
      here="/agenda"
      plane="river"
      place={municipality?.id}
      hasErrors={errors.length > 0}
    >
      <Band title={nl.agenda.title} lead={nl.agenda.lead} />
      <div class="wrap">
        <ErrorSummary errors={errors} title={nl.agenda.search.errorTitle} />
        <div class="beside">
          <AgendaSearch
            region={region}
            values={props.values ?? shownValues(filter)}
            errors={errors}
          />
          <div class="flow">
            <Chips label={nl.agenda.filters} chips={chipsOf(filter, now.date)} />
            <Found {...props} />
            <OtherDays earlierHref={props.earlierHref} laterHref={props.laterHref} />
            <Jump filter={filter} period={props.period} reach={props.reach} today={now.date} />
            <HoursFollow region={region} clubs={props.clubsWithoutHours} />
            <TakeAlong feedHref={props.feedHref} />
          </div>
        </div>
      </div>
    </Page>
  );
};
