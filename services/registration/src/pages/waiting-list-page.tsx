import { html, NO_STORE, NOT_FOUND } from "@digihulp/web";
import type { Handle } from "@digihulp/web";
import type { RegistrationDeps } from "../deps.ts";
import { isQuestionId } from "../domain/ids.ts";
import { waitingList } from "../use-cases/waiting-list.ts";
import { mayPlan, staffOf } from "./staff.ts";
import { WaitingListView } from "./waiting-list.tsx";

const PAGE_SIZE = 50;

/** GET /registratie/wachtlijst: everybody who waits, longest first. */
export const waitingListPage: Handle<RegistrationDeps> = (deps) => async (context) => {
  const { request, scope, now } = context;
  const staff = staffOf(context);
  const na = request.query.get("na") ?? undefined;
  if (!staff || (na !== undefined && !isQuestionId(na))) return NOT_FOUND;
  const list = await waitingList(deps)(scope, { size: PAGE_SIZE, after: na });
  const view = (
    <WaitingListView
      {...staff}
      {...list}
      today={now.date}
      mayPlan={mayPlan(context)}
      isContinued={na !== undefined}
    />
  );
  return html(200, view.toString(), NO_STORE);
};
