import { Ask, Notice, timeSpan, ActionForm } from "@digihulp/web/look";
import { attendanceTexts } from "../locale/attendance.ts";
import type { MomentSheet } from "../store/attendance-reads.ts";
import { visitorHref } from "./today-links.ts";
import type { Where } from "./today-links.ts";

const { today: text } = attendanceTexts;

export type VisitorsProps = {
  readonly sheet: MomentSheet;
  /** Name of the Digiclub, said when it is not the place of work. */
  readonly place: string | undefined;
  readonly where: Where;
  readonly formKey: string;
};

const Tally = ({ sheet, where, formKey }: VisitorsProps) => {
  const { occurrence, visitors } = sheet;
  const button = (aantal: "1" | "-1", label: string) => (
    <ActionForm
      action={visitorHref(occurrence.id, where)}
      fields={[["aantal", aantal]]}
      formKey={`${formKey}.${occurrence.id}.${aantal}`}
      label={label}
      about={timeSpan(occurrence.from, occurrence.until)}
      quiet={aantal === "-1"}
      {...(aantal === "1" ? { pictogram: "person" as const } : {})}
    />
  );
  return (
    <>
      <p>
        <span class="count-big">{visitors}</span> {text.visitors(visitors)}
      </p>
      <div class="tap-big">{button("1", text.oneMore)}</div>
      {visitors > 0 && button("-1", text.oneLess)}
    </>
  );
};

/** What goes on, and who came without giving a name: one big button for who stands at a table. */
export const Visitors = (props: VisitorsProps) => {
  const { sheet, place } = props;
  const { from, until, title, room, state } = sheet.occurrence;
  const isCancelled = state === "cancelled";
  return (
    <Ask title={timeSpan(from, until)}>
      <p>
        <bdi>{[title, place, room].filter(Boolean).join(", ")}</bdi>
      </p>
      {isCancelled ? (
        <Notice plane="amber" pictogram="warning" title={text.cancelledTitle}>
          {sheet.seats.taken > 0 && <p>{text.cancelledLine}</p>}
        </Notice>
      ) : (
        <Tally {...props} />
      )}
    </Ask>
  );
};
