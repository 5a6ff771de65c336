import { html, NO_STORE, NOT_FOUND, ownTenant, postedFields } from "@digihulp/web";
import type { Answer, Handle, ScopedContext } from "@digihulp/web";
import type { FieldError } from "@digihulp/web/look";
import type { RegistrationDeps } from "../deps.ts";
import { nl } from "../locale/nl.ts";
import { refusals } from "../locale/refusals.ts";
import { findClients } from "../use-cases/find-clients.ts";
import type { FindRefusal } from "../use-cases/find-clients.ts";
import { waitingList } from "../use-cases/waiting-list.ts";
import { SEARCH_FIELD } from "./desk-search.tsx";
import type { Searched } from "./desk-search.tsx";
import { DeskView } from "./desk.tsx";
import { mayPlan, staffOf } from "./staff.ts";

const MOST_SHOWN = 5;

type Shown = {
  readonly typed: string;
  readonly searched?: Searched;
  readonly errors: readonly FieldError[];
};

const errorsOf = ({ kind }: FindRefusal): FieldError[] => [
  { field: SEARCH_FIELD, text: refusals[kind].line },
];

async function show(
  deps: RegistrationDeps,
  context: ScopedContext,
  search: () => Promise<Shown>,
): Promise<Answer> {
  const { now } = context;
  const staff = staffOf(context);
  const tenant = ownTenant(context);
  const listScope = tenant && context.ask("waiting-list:read", tenant);
  if (!staff || !listScope) return NOT_FOUND;
  const [{ people, hasMore }, shown] = await Promise.all([
    waitingList(deps)(listScope, { size: MOST_SHOWN }),
    search(),
  ]);
  const view = (
    <DeskView
      {...staff}
      {...shown}
      greeting={nl.desk.greeting(Number(now.time.slice(0, 2)), staff.member.name)}
      today={now.date}
      waiting={people}
      hasMore={hasMore}
      mayPlan={mayPlan(context)}
    />
  );
  return html(shown.errors.length > 0 ? 422 : 200, view.toString(), NO_STORE);
}

/** GET /registratie: who stands before you, and who waits. */
export const deskPage: Handle<RegistrationDeps> = (deps) => (context) =>
  show(deps, context, async () => ({ typed: "", errors: [] }));

/** POST /registratie: the people who are meant by what was typed. */
export const findClientsPost: Handle<RegistrationDeps> = (deps) => (context) =>
  show(deps, context, async () => {
    const typed = postedFields(context.request)[SEARCH_FIELD] ?? "";
    const found = await findClients(deps)(context.scope, typed);
    return found.ok
      ? { typed, searched: { typed, found: found.value }, errors: [] }
      : { typed, errors: errorsOf(found.refusal) };
  });
