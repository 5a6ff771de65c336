import type { WallTime } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { capital, dutchDate, Row, Tag, timeSpan, ActionForm } from "@digihulp/web/look";
import type { PersonId, QuestionId } from "../domain/booking.ts";
import { isBookedIn } from "../domain/planning.ts";
import type { Ahead } from "../domain/planning.ts";
import { attendanceTexts } from "../locale/attendance.ts";

const { plan: text } = attendanceTexts;

export const PLAN_PATH = "/agenda/inplannen";

/** What the page can do with a moment: book, book and tick at once, or call off. */
export const PLAN_ACTIONS = ["plan-in", "is-er", "haal-weg"] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

const LABELS = {
  "plan-in": text.planIn,
  "is-er": text.isThere,
  "haal-weg": text.takeOut,
} as const satisfies Record<PlanAction, string>;

export type MomentRowProps = {
  readonly region: RegionDefinition;
  readonly ahead: Ahead;
  readonly person: { readonly id: PersonId };
  readonly question: QuestionId | undefined;
  readonly namesPlace: boolean;
  readonly now: WallTime;
  readonly formKey: string;
};

/** On the day itself somebody may stand before you; on another day a place is all there is. */
function actionsFor({ ahead, now }: MomentRowProps): readonly PlanAction[] {
  const isToday = ahead.occurrence.date === now.date;
  if (!isBookedIn(ahead)) return isToday ? ["is-er", "plan-in"] : ["plan-in"];
  if (ahead.booking?.state === "booked") return isToday ? ["is-er", "haal-weg"] : ["haal-weg"];
  return [];
}

const State = ({ ahead }: { readonly ahead: Ahead }) => {
  const { booking } = ahead;
  if (!booking || booking.state === "cancelled") return null;
  return booking.state === "absent" ? (
    <Tag plane="linen" pictogram="cross">
      {text.absent}
    </Tag>
  ) : (
    <Tag plane="willow" pictogram="check">
      {booking.state === "present" ? text.present : text.booked}
    </Tag>
  );
};

/** One moment that somebody can be planned into. */
export const MomentRow = (props: MomentRowProps) => {
  const { region, ahead, person, question, namesPlace, now, formKey } = props;
  const { occurrence, seats } = ahead;
  const time = timeSpan(occurrence.from, occurrence.until);
  const date = occurrence.date === now.date ? text.today : dutchDate(occurrence.date, now.date);
  const club = region.digiclubs.find(({ id }) => id === occurrence.digiclub);
  const where = [occurrence.title, namesPlace && club?.name].filter(Boolean).join(", ");
  return (
    <Row
      name={capital(`${date}, ${time}`)}
      lines={isBookedIn(ahead) ? [where] : [where, text.free(seats.capacity - seats.taken)]}
      end={
        <>
          <State ahead={ahead} />
          {actionsFor(props).map((doe) => (
            <ActionForm
              action={PLAN_PATH}
              fields={[
                ["persoon", person.id],
                ["vraag", question],
                ["moment", occurrence.id],
                ["doe", doe],
              ]}
              formKey={`${formKey}.${occurrence.id}.${doe}`}
              label={LABELS[doe]}
              about={`${date}, ${time}`}
              quiet
            />
          ))}
        </>
      }
    />
  );
};
