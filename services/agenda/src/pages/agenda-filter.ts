import type { CalendarDate } from "@digihulp/kernel";
import type { Digiclub, MomentKind, Municipality, Theme } from "@digihulp/region";

/** What the list is narrowed to, as far as it was understood. */
export type AgendaFilter = {
  readonly municipality?: Municipality | undefined;
  readonly digiclub?: Digiclub | undefined;
  readonly theme?: Theme | undefined;
  readonly kind?: MomentKind | undefined;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
};

/** The names of the search form's fields, which are the parameters of the address. */
export const AGENDA_FIELDS = ["gemeente", "club", "thema", "soort", "van", "tot"] as const;
export type AgendaField = (typeof AGENDA_FIELDS)[number];

/** What was typed, word for word: given back when it was not understood. */
export type AgendaValues = Partial<Record<AgendaField, string>>;

/** The word in the address for each kind of moment. */
export const KIND_WORDS = {
  "drop-in": "inloop",
  "drop-in-with-workshop": "workshop",
} as const satisfies Record<MomentKind, string>;

/** The parameters of the address that mean this filter. */
export const agendaValues = (filter: AgendaFilter): AgendaValues => ({
  ...(filter.municipality && { gemeente: filter.municipality.id }),
  ...(filter.digiclub && { club: filter.digiclub.id }),
  ...(filter.theme && { thema: filter.theme.id }),
  ...(filter.kind && { soort: KIND_WORDS[filter.kind] }),
  ...(filter.from && { van: filter.from }),
  ...(filter.until && { tot: filter.until }),
});

/** The address of the agenda with this filter. */
export function agendaHref(filter: AgendaFilter): string {
  const query = new URLSearchParams(agendaValues(filter)).toString();
  return query === "" ? "/agenda" : `/agenda?${query}`;
}
