import { brusselsInstant } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { findDigiclub } from "@digihulp/region";
import { html, memberShell, NO_STORE, NOT_FOUND, newFormKey, seeOther } from "@digihulp/web";
import type { Answer, Handle, ScopedContext } from "@digihulp/web";
import type { AgendaDeps } from "../deps.ts";
import type { AttendanceRefusalKind } from "../locale/attendance.ts";
import { todayAt } from "../use-cases/today-at.ts";
import { isMissing } from "../command.ts";
import { mayAlso, ownDigiclub, ownMunicipality } from "../place-of-work.ts";
import { todayHref, whereOf } from "./today-links.ts";
import { TodayView } from "./today.tsx";

/** The day as it stands now; with a refusal above it when something could not be done (409). */
async function show(
  { table, cards }: AgendaDeps,
  context: ScopedContext,
  refusal?: AttendanceRefusalKind,
): Promise<Answer> {
  const { region, scope, now } = context;
  const member = memberShell(context);
  const municipality = ownMunicipality(context);
  if (!member || !municipality) return NOT_FOUND;
  const where = whereOf(context);
  const digiclub = where.chosen ? findDigiclub(region, where.chosen) : ownDigiclub(context);
  const day = await todayAt({ table })(scope, { date: now.date, digiclub: digiclub?.id });
  const people = day.moments.flatMap(({ bookings }) => bookings.map(({ person }) => person));
  const view = (
    <TodayView
      region={region}
      member={member}
      day={day}
      now={now}
      municipality={municipality}
      digiclub={digiclub}
      where={where}
      cards={await cards(scope, people)}
      linksToPeople={mayAlso(context, "client:read")}
      formKey={newFormKey(brusselsInstant(now))}
      refusal={refusal}
    />
  );
  return html(refusal ? 409 : 200, view.toString(), NO_STORE);
}

/** GET /agenda/vandaag: who comes today at the place of work. */
export const todayPage: Handle<AgendaDeps> = (deps) => (context) => show(deps, context);

export type Done = {
  readonly outcome: Result<unknown, { readonly kind: AttendanceRefusalKind }>;
  /** Where on the page it happened. */
  readonly anchor: string;
};

/** After a tap: back to the same spot of the day, or the day with what could not be done and why. */
export function backToToday(deps: AgendaDeps, context: ScopedContext, { outcome, anchor }: Done) {
  if (outcome.ok) return seeOther(`${todayHref(whereOf(context))}#${anchor}`);
  const { kind } = outcome.refusal;
  return isMissing(kind) ? NOT_FOUND : show(deps, context, kind);
}
