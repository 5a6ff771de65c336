import type { CalendarDate } from "@digihulp/kernel";
import type { Digiclub, Municipality } from "@digihulp/region";
import { Band, DataBlock, KIND_LOOK, Leaf, Notice, Page, StateTag } from "@digihulp/web/look";
import { dutchDate, timeSpan } from "@digihulp/web/look";
import type { MomentState, ShellProps } from "@digihulp/web/look";
import type { Occurrence } from "../domain/occurrence.ts";
import { nl } from "../locale/nl.ts";
import { MomentFacts } from "./moment-facts.tsx";
import { KeepIt, NextMoments } from "./moment-aside.tsx";

export type MomentProps = ShellProps & {
  readonly occurrence: Occurrence;
  readonly digiclub: Digiclub;
  readonly municipality: Municipality;
  readonly isPast: boolean;
  readonly today: CalendarDate;
  /** The next moments of the same series, soonest first. */
  readonly next?: readonly Occurrence[];
  /** A schema.org Event as JSON. */
  readonly jsonLd?: string | undefined;
};

const stateOf = ({ occurrence, isPast }: MomentProps): MomentState => {
  if (occurrence.state === "cancelled") return "cancelled";
  return isPast ? "past" : "open";
};

const Gone = ({ occurrence, isPast, next = [] }: MomentProps) => {
  const { moment } = nl;
  const hasNext = next.length > 0;
  if (occurrence.state === "cancelled") {
    return (
      <Notice plane="amber" pictogram="warning" title={moment.cancelledTitle}>
        <p>{hasNext ? moment.cancelledLine : moment.cancelledNoNext}</p>
      </Notice>
    );
  }
  return isPast ? (
    <Notice plane="linen" pictogram="clock" title={moment.pastTitle}>
      <p>{hasNext ? moment.pastLine : moment.pastNoNext}</p>
    </Notice>
  ) : null;
};

/** One moment: what, where, when, and what to bring. */
export const MomentView = (props: MomentProps) => {
  const { occurrence, digiclub, municipality, today, next = [], jsonLd, region, banner } = props;
  const state = stateOf(props);
  const when = dutchDate(occurrence.date, today);
  return (
    <Page
      region={region}
      banner={banner}
      title={`${occurrence.title}, ${when}`}
      description={`${when}, ${timeSpan(occurrence.from, occurrence.until)}, ${digiclub.name}.`}
      here="/agenda"
      plane={KIND_LOOK[occurrence.kind].plane}
      place={municipality.id}
    >
      <Band
        title={occurrence.title}
        lead={occurrence.about}
        back={{ href: `/agenda?gemeente=${municipality.id}`, label: nl.moment.back }}
        beside={<Leaf date={occurrence.date} today={today} />}
        above={<StateTag state={state} kind={occurrence.kind} plane="linen" />}
      />
      <div class="wrap facts-first">
        <div class="flow">
          <Gone {...props} />
          <MomentFacts {...props} />
        </div>
        <div class="flow">
          {state === "open" && <KeepIt region={region} digiclub={digiclub} />}
          <NextMoments next={next} digiclub={digiclub} today={today} />
        </div>
      </div>
      {jsonLd && <DataBlock json={jsonLd} />}
    </Page>
  );
};
