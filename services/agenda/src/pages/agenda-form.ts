import { isCalendarDate } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import { findDigiclub, findMunicipality, findTheme, municipalityNamed } from "@digihulp/region";
import type { MomentKind, RegionDefinition } from "@digihulp/region";
import type { FieldError } from "@digihulp/web/look";
import { pagePeriod } from "../domain/period.ts";
import type { Period } from "../domain/period.ts";
import { searchErrors } from "../locale/search-errors.ts";
import { AGENDA_FIELDS, KIND_WORDS } from "./agenda-filter.ts";
import type { AgendaField, AgendaFilter, AgendaValues } from "./agenda-filter.ts";

/** The search as it was understood, what was typed, and what to do about the rest. */
export type AgendaSearched = {
  readonly filter: AgendaFilter;
  readonly period: Period;
  readonly values: AgendaValues;
  readonly errors: readonly FieldError[];
};

const MOST_TYPED = 60;

function typed(query: URLSearchParams): AgendaValues {
  const values: AgendaValues = {};
  for (const field of AGENDA_FIELDS) {
    const value = query.getAll(field).at(-1)?.trim().slice(0, MOST_TYPED);
    if (value) values[field] = value;
  }
  return values;
}

/** A day as a browser's calendar sends it, or as people here write it: 27/11/2026, 27-11-2026. */
export function dayTyped(text: string): CalendarDate | undefined {
  if (isCalendarDate(text)) return text;
  const [, day = "", month = "", year = ""] =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : undefined;
}

const kindTyped = (word: string): MomentKind | undefined =>
  (["drop-in", "drop-in-with-workshop"] as const).find((kind) => KIND_WORDS[kind] === word);

function understood(region: RegionDefinition, values: AgendaValues): AgendaFilter {
  const { gemeente = "", club = "", thema = "", soort = "", van = "", tot = "" } = values;
  return {
    municipality: findMunicipality(region, gemeente) ?? municipalityNamed(region, gemeente),
    digiclub: findDigiclub(region, club),
    theme: findTheme(region, thema),
    kind: kindTyped(soort),
    from: dayTyped(van),
    until: dayTyped(tot),
  };
}

const PART: Readonly<Record<AgendaField, keyof AgendaFilter>> = {
  gemeente: "municipality",
  club: "digiclub",
  thema: "theme",
  soort: "kind",
  van: "from",
  tot: "until",
};

function sentence(region: RegionDefinition, field: AgendaField): string {
  const [one, other] = region.municipalities;
  if (field === "gemeente")
    return searchErrors.place([one?.name, other?.postcodes[0]].filter(Boolean).join(" of "));
  return field === "van" || field === "tot" ? searchErrors.date : searchErrors.choice;
}

/** Reads the search form; what is not understood is given back with a sentence, the rest is shown. */
export function agendaSearched(
  query: URLSearchParams,
  { region, today }: { readonly region: RegionDefinition; readonly today: CalendarDate },
): AgendaSearched {
  const values = typed(query);
  const filter = understood(region, values);
  const misfits = AGENDA_FIELDS.filter((field) => values[field] && !filter[PART[field]]);
  const errors = misfits.map((field) => ({ field, text: sentence(region, field) }));
  const asked = pagePeriod(filter, today);
  if (asked.ok) return { filter, period: asked.value, values, errors };
  const shown = pagePeriod({}, today);
  if (!shown.ok) throw new Error(`today is no day of the agenda: ${shown.refusal.kind}`);
  const text = searchErrors.period[asked.refusal.kind];
  const field = filter.until ? "tot" : "van";
  return { filter, period: shown.value, values, errors: [...errors, { field, text }] };
}
