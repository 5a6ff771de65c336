import { isCalendarDate } from "@digihulp/kernel";
import type { CalendarDate, Result } from "@digihulp/kernel";
import { findDigiclub, findMunicipality, findTheme } from "@digihulp/region";
import type { RegionDefinition } from "@digihulp/region";
import { fieldsOf, parse } from "@digihulp/web";
import type { Parsed, ProblemIssue } from "@digihulp/web";
import * as z from "zod/mini";
import type { Filter } from "../domain/filter.ts";
import { feedPeriod } from "../domain/period.ts";
import type { Period, PeriodRefusal } from "../domain/period.ts";

const date = z.optional(
  z.custom<CalendarDate>(isCalendarDate, { error: "Give a date as YYYY-MM-DD." }),
);
const name = z.optional(z.string().check(z.maxLength(60)));

const Days = z.object({ from: date, until: date });

/** What programs ask of the agenda: ids of the region, and days with both ends included. */
export const AgendaQuery = z.object({
  municipality: name,
  digiclub: name,
  theme: name,
  from: date,
  until: date,
});

const PERIOD_MESSAGE = {
  "until-before-from": { field: "until", message: "Give an until that is not before from." },
  "outside-calendar": { field: "from", message: "Give days between 2000 and 2150." },
  "period-too-long": { field: "until", message: "Ask for 1,100 days at most." },
} as const satisfies Record<PeriodRefusal["kind"], ProblemIssue>;

const unknown = (field: string): ProblemIssue => ({
  field,
  message: `There is no ${field} with that id in this region.`,
});

export type Asked = { readonly filter: Filter; readonly period: Period };

function filterOf(
  query: Readonly<Record<string, string>>,
  region: RegionDefinition,
): { filter: Filter; issues: ProblemIssue[] } {
  const municipality = findMunicipality(region, query["municipality"] ?? "");
  const digiclub = findDigiclub(region, query["digiclub"] ?? "");
  const theme = findTheme(region, query["theme"] ?? "");
  const found = { municipality, digiclub, theme };
  const issues = (["municipality", "digiclub", "theme"] as const)
    .filter((field) => query[field] && !found[field])
    .map(unknown);
  const filter = {
    ...(municipality ? { municipality: municipality.id } : {}),
    ...(digiclub ? { digiclub: digiclub.id } : {}),
    ...(theme ? { theme: theme.id } : {}),
  };
  return { filter, issues };
}

/** Reads a program's query against the region; every misfit is named with its field. */
export function askedAgenda(
  params: URLSearchParams,
  { region, today }: { readonly region: RegionDefinition; readonly today: CalendarDate },
): Parsed<Asked> {
  const fields = fieldsOf(params);
  const parsed = parse(AgendaQuery, fields);
  const days = parse(Days, fields);
  const { filter, issues } = filterOf(fields, region);
  const period: Result<Period, PeriodRefusal> = feedPeriod(days.ok ? days.value : {}, today);
  const unread = parsed.ok ? [] : parsed.issues;
  const misfits = [
    ...unread,
    ...issues.filter(({ field }) => !unread.some((other) => other.field === field)),
    ...(period.ok ? [] : [PERIOD_MESSAGE[period.refusal.kind]]),
  ];
  return period.ok && misfits.length === 0
    ? { ok: true, value: { filter, period: period.value } }
    : { ok: false, issues: misfits };
}
