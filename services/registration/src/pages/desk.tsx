import type { CalendarDate } from "@digihulp/kernel";
import { capital, Card, dutchDate, ErrorSummary, StaffPage } from "@digihulp/web/look";
import type { FieldError } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import { refusals } from "../locale/refusals.ts";
import type { WaitingPerson } from "../use-cases/waiting-list.ts";
import { DESK_PATH, Found, Search } from "./desk-search.tsx";
import type { Searched } from "./desk-search.tsx";
import type { Staff } from "./staff.ts";
import { WaitingRows } from "./waiting-rows.tsx";

export type DeskProps = Staff & {
  readonly greeting: string;
  readonly today: CalendarDate;
  /** Absent when nobody was searched for. */
  readonly searched?: Searched | undefined;
  readonly typed: string;
  readonly errors: readonly FieldError[];
  readonly waiting: readonly WaitingPerson[];
  readonly hasMore: boolean;
  /** Whether this member plans people in and keeps the day. */
  readonly mayPlan: boolean;
};

const Waiting = ({ region, today, waiting, hasMore, mayPlan }: DeskProps) => (
  <Card
    title={nl.waiting.title}
    aside={hasMore && <a href="/registratie/wachtlijst">{nl.waiting.all}</a>}
  >
    {waiting.length === 0 && <p class="hint">{nl.waiting.none}</p>}
    <WaitingRows region={region} today={today} people={waiting} mayPlan={mayPlan} />
  </Card>
);

/** Where the day at the desk starts: who stands before you, and who waits. */
export const DeskView = (props: DeskProps) => {
  const { region, member, greeting, today, searched, typed, errors, mayPlan } = props;
  return (
    <StaffPage
      region={region}
      member={member}
      title={greeting}
      here={DESK_PATH}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} title={refusals["nothing-to-search"].title} />
      <h1>
        <bdi>{greeting}</bdi>
      </h1>
      <p class="hint">{capital(dutchDate(today, today))}</p>
      <Search typed={typed} errors={errors} hasDay={mayPlan} />
      {searched && <Found {...searched} />}
      <Waiting {...props} />
    </StaffPage>
  );
};
