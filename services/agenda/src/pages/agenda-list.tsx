import type { CalendarDate, Month, WallTime } from "@digihulp/kernel";
import { monthOf } from "@digihulp/kernel";
import { findDigiclub, findMunicipality } from "@digihulp/region";
import type { RegionDefinition } from "@digihulp/region";
import { Day, Days, MomentCard, placeName, roomWords, timeSpan } from "@digihulp/web/look";
import { capital, dutchDate, dutchMonth, everyWeek } from "@digihulp/web/look";
import type { MomentState } from "@digihulp/web/look";
import { isPast } from "../domain/occurrence.ts";
import type { Occurrence } from "../domain/occurrence.ts";

type ListProps = {
  readonly region: RegionDefinition;
  /** In order of date and time. */
  readonly occurrences: readonly Occurrence[];
  readonly now: WallTime;
};

const stateOf = (occurrence: Occurrence, now: WallTime): MomentState => {
  if (occurrence.state === "cancelled") return "cancelled";
  return isPast(occurrence, now) ? "past" : "open";
};

/** Where an occurrence is, in words. */
export function placeOf(region: RegionDefinition, occurrence: Occurrence): string {
  const digiclub = findDigiclub(region, occurrence.digiclub);
  const municipality = findMunicipality(region, occurrence.municipality);
  return digiclub && municipality ? placeName(digiclub, municipality) : "";
}

type MomentProps = Omit<ListProps, "occurrences"> & { readonly occurrence: Occurrence };

const Moment = ({ region, occurrence, now }: MomentProps) => (
  <MomentCard
    href={`/agenda/moment/${occurrence.id}`}
    title={occurrence.title}
    time={timeSpan(occurrence.from, occurrence.until)}
    date={dutchDate(occurrence.date, now.date)}
    place={placeOf(region, occurrence)}
    room={occurrence.room && roomWords(occurrence.room)}
    kind={occurrence.kind}
    state={stateOf(occurrence, now)}
    note={
      occurrence.isWeekly && occurrence.state === "planned"
        ? capital(everyWeek(occurrence.date))
        : undefined
    }
  />
);

const grouped = <Key,>(
  occurrences: readonly Occurrence[],
  keyOf: (date: CalendarDate) => Key,
): Map<Key, Occurrence[]> => {
  const groups = new Map<Key, Occurrence[]>();
  for (const occurrence of occurrences) {
    const key = keyOf(occurrence.date);
    groups.set(key, [...(groups.get(key) ?? []), occurrence]);
  }
  return groups;
};

const Stream = ({ level, ...list }: ListProps & { readonly level: 3 | 4 }) => (
  <Days>
    {[...grouped(list.occurrences, (date) => date)].map(([date, occurrences]) => (
      <Day date={date} today={list.now.date} level={level}>
        {occurrences.map((occurrence) => (
          <Moment region={list.region} occurrence={occurrence} now={list.now} />
        ))}
      </Day>
    ))}
  </Days>
);

/** The days with their moments; per month when there is more than one. */
export const AgendaList = (list: ListProps) => {
  const months: [Month, Occurrence[]][] = [...grouped(list.occurrences, monthOf)];
  if (months.length < 2) return <Stream {...list} level={3} />;
  return (
    <>
      {months.map(([month, occurrences]) => (
        <section>
          <h3 class="month-title">{capital(dutchMonth(month, list.now.date))}</h3>
          <Stream {...list} occurrences={occurrences} level={4} />
        </section>
      ))}
    </>
  );
};
