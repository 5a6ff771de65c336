import { asId, calendarDate, clockTime } from "@digihulp/kernel";
import { digiclubId, municipalityId, themeId } from "@digihulp/region";
import { occurrenceId } from "./occurrence.ts";
import type { Occurrence } from "./occurrence.ts";
import type { Series } from "./series.ts";

/** An ordinary series for tests, changed where the test says so: Fridays in de Reinaert. */
export const aSeries = (changes: Partial<Series> = {}): Series => ({
  id: asId("ser", "reinaert-vrijdag"),
  state: "open",
  rhythm: { every: "weeks", count: 1, weekdays: [5] },
  start: calendarDate("2023-06-02"),
  end: null,
  extraDates: [],
  leftOutDates: [],
  moment: {
    digiclub: digiclubId("destelbergen-reinaert"),
    municipality: municipalityId("destelbergen"),
    from: clockTime("14:00"),
    until: clockTime("16:00"),
    kind: "drop-in",
    title: "Digiclub",
    bring: [],
    themes: [],
    room: "cafetaria",
  },
  version: 1,
  ...changes,
});

/** An ordinary occurrence for tests, changed where the test says so: the workshop of September 2023. */
export const anOccurrence = (changes: Partial<Occurrence> = {}): Occurrence => {
  const series = asId("ser", "destelbergen-workshop");
  const date = calendarDate("2023-09-26");
  return {
    id: occurrenceId(series, date),
    series,
    digiclub: digiclubId("destelbergen-bibliotheek"),
    municipality: municipalityId("destelbergen"),
    date,
    from: clockTime("16:30"),
    until: clockTime("18:30"),
    kind: "drop-in-with-workshop",
    title: "Digiclub + Workshop: Itsme, Mijn Burgerprofiel, eBox",
    about: "Je leert itsme installeren en gebruiken.",
    bring: ["EID-code", "en/of bankkaartlezer en bankkaart"],
    themes: ["itsme", "mijn-burgerprofiel", "ebox"].map(themeId),
    isWeekly: false,
    state: "planned",
    version: 1,
    sequence: 0,
    changedAt: Date.UTC(2023, 7, 1, 9, 30, 15),
    ...changes,
  };
};
