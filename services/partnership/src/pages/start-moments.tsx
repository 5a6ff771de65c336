import type { CalendarDate, ClockTime } from "@digihulp/kernel";
import type { MomentKind } from "@digihulp/region";
import { MomentCard, dutchDate, roomWords, timeSpan } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";

/** A moment of the agenda as the pages of the partnership show it. */
export type StartMoment = {
  readonly id: string;
  readonly title: string;
  readonly date: CalendarDate;
  readonly from: ClockTime;
  readonly until: ClockTime;
  readonly kind: MomentKind;
  /** Name of the Digiclub. */
  readonly digiclub: string;
  /** Name of the municipality. */
  readonly municipality: string;
  readonly room?: string | undefined;
};

const placeOf = ({ digiclub, municipality }: StartMoment): string =>
  digiclub.includes(municipality) ? digiclub : `${digiclub}, ${municipality}`;

type StartMomentsProps = {
  readonly upcoming: readonly StartMoment[];
  readonly today: CalendarDate;
};

/** The next moments as cards, or an honest sentence when none is known. */
export const StartMoments = ({ upcoming, today }: StartMomentsProps) =>
  upcoming.length === 0 ? (
    <p>{nl.start.soonNone}</p>
  ) : (
    <ul class="moments pair">
      {upcoming.map((moment) => (
        <MomentCard
          href={`/agenda/moment/${moment.id}`}
          title={moment.title}
          date={dutchDate(moment.date, today)}
          showDate
          time={timeSpan(moment.from, moment.until)}
          place={placeOf(moment)}
          room={moment.room && roomWords(moment.room)}
          kind={moment.kind}
          state="open"
        />
      ))}
    </ul>
  );
