import { addDays, asId, calendarDate, clockTime } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import { calendarFeed } from "../../services/agenda/src/domain/calendar-feed.ts";
import type { Occurrence } from "../../services/agenda/src/domain/occurrence.ts";
import { planSeries } from "../../services/agenda/src/domain/plan-series.ts";
import { quantile, row, type Row } from "./row.ts";

/** Fifteen Digiclubs, each weekly for 105 weeks: two years of the whole region. */
const WEEKS = 105;
const WARM_UPS = 10;
const ROUNDS = 20;
const MOST_MILLISECONDS = 20;
/** Measured once, when the writer was chosen; see docs/adr/0006-own-icalendar-writer.md. */
const ICAL_GENERATOR_MILLISECONDS = 523;

function occurrences(): Occurrence[] {
  const region = regionById("leie-schelde");
  const start = calendarDate("2025-01-03");
  const until = addDays(start, 7 * WEEKS - 1);
  return region.digiclubs.flatMap((digiclub) =>
    planSeries(
      {
        id: asId("ser", `${digiclub.id}-vrijdag`),
        state: "open",
        rhythm: { every: "weeks", count: 1, weekdays: [5] },
        start,
        end: null,
        extraDates: [],
        leftOutDates: [],
        moment: {
          digiclub: digiclub.id,
          municipality: digiclub.municipality,
          kind: "drop-in",
          title: "Digiclub vrij inloopmoment",
          about: "Kom langs met je vraag over je gsm, je computer of het internet.",
          bring: ["je toestel", "je identiteitskaart"],
          themes: region.themes.slice(0, 3).map(({ id }) => id),
          room: "cafetaria",
          from: clockTime("14:00"),
          until: clockTime("16:00"),
        },
        version: 1,
      },
      { existing: new Set(), horizon: { from: start, until }, now: Date.UTC(2025, 0, 1) },
    ),
  );
}

/** What the processor did, on every thread, garbage collection included; milliseconds. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The feed of the whole region. */
export async function calendarFeeds(): Promise<readonly Row[]> {
  const places = regionById("leie-schelde");
  const all = occurrences();
  const write = (): string =>
    calendarFeed({
      name: places.name,
      origin: "https://portaal.example",
      places,
      occurrences: all,
    });
  for (let warmUp = 0; warmUp < WARM_UPS; warmUp += 1) write();
  const times = Array.from({ length: ROUNDS }, () => processorTime(write));
  return [
    row({
      what: `feed of ${all.length} occurrences, processor time`,
      unit: "ms",
      measured: quantile(times, 0.5),
      reference: {
        what: "ical-generator, from the literature",
        value: ICAL_GENERATOR_MILLISECONDS,
      },
      budget: { of: "measured", atMost: MOST_MILLISECONDS },
      note: "the reference was not run here; the ratio is of figures from different machines",
    }),
  ];
}
