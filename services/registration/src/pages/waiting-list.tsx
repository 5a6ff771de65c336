import type { CalendarDate } from "@digihulp/kernel";
import { Band, Card, StaffPage } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import type { WaitingList } from "../use-cases/waiting-list.ts";
import { DESK_PATH } from "./desk-search.tsx";
import type { Staff } from "./staff.ts";
import { WaitingRows } from "./waiting-rows.tsx";

export const WAITING_PATH = "/registratie/wachtlijst";

export type WaitingListProps = Staff &
  WaitingList & {
    readonly today: CalendarDate;
    readonly mayPlan: boolean;
    /** Whether the list starts later than with who waits longest. */
    readonly isContinued: boolean;
  };

const { waiting: text } = nl;

/** Everybody who waits, a page at a time. */
export const WaitingListView = (props: WaitingListProps) => {
  const { region, member, people, hasMore, last, isContinued } = props;
  return (
    <StaffPage region={region} member={member} title={text.title} here={DESK_PATH}>
      <Band title={text.title} lead={text.lead} back={{ href: DESK_PATH, label: nl.person.back }} />
      <Card title={text.title}>
        {people.length === 0 && <p class="hint">{text.none}</p>}
        <WaitingRows {...props} />
        {hasMore && last && (
          <p>
            <a href={`${WAITING_PATH}?na=${last}`} rel="next">
              {text.more}
            </a>
          </p>
        )}
        {isContinued && (
          <p>
            <a href={WAITING_PATH}>{text.first}</a>
          </p>
        )}
      </Card>
    </StaffPage>
  );
};
