import type { CalendarDate } from "@digihulp/kernel";
import { listed, roomWords, timeSpan } from "@digihulp/web/look";
import { datesText, weekdayWord } from "./date-words.ts";
import type { MonthDay, SeriesRhythm, Turn } from "../domain/rhythm.ts";
import type { Series } from "../domain/series.ts";

const NUMBERS = ["", "", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"];
const numberWord = (count: number): string => NUMBERS[count] ?? String(count);

const TURNS: Readonly<Record<Turn, string>> = {
  1: "eerste",
  2: "tweede",
  3: "derde",
  4: "vierde",
  5: "vijfde",
  last: "laatste",
};

// 1ste, 8ste and from 20ste on; every other number of a day takes -de.
const ordinal = (day: number): string =>
  `${day}${day === 1 || day === 8 || day >= 20 ? "ste" : "de"}`;

function monthsText(count: number, on: MonthDay): string {
  const day = "day" in on ? ordinal(on.day) : `${TURNS[on.turn]} ${weekdayWord(on.weekday)}`;
  if (count > 1) return `om de ${numberWord(count)} maanden op de ${day} van de maand`;
  return "day" in on ? `elke maand op de ${day}` : `elke ${day} van de maand`;
}

/** When a series comes back, without its hours: `elke vrijdag`, `om de twee weken op maandag`. */
export function rhythmWords(rhythm: SeriesRhythm): string {
  if (rhythm.every === "listed-date") return `op ${datesText(rhythm.dates)}`;
  if (rhythm.every === "months") return monthsText(rhythm.count, rhythm.on);
  const days = listed(rhythm.weekdays.toSorted().map(weekdayWord));
  return rhythm.count === 1 ? `elke ${days}` : `om de ${numberWord(rhythm.count)} weken op ${days}`;
}

/** The series in one plain sentence, to read after a name: `elke vrijdag van 14 tot 16 uur, in de cafetaria`. */
export function rhythmText({ rhythm, moment }: Pick<Series, "rhythm" | "moment">): string {
  const when = `${rhythmWords(rhythm)} van ${timeSpan(moment.from, moment.until)}`;
  return moment.room === undefined ? when : `${when}, ${roomWords(moment.room)}`;
}

/** What is still to come otherwise than the rhythm says: `niet op ...`, `ook op ...`; empty when nothing is. */
export function exceptionsText(series: Series, today: CalendarDate): string {
  const toCome = (dates: readonly CalendarDate[]) => dates.filter((date) => date >= today);
  const leftOut = toCome(series.leftOutDates);
  const extra = toCome(series.extraDates).filter((date) => !leftOut.includes(date));
  return [
    ...(leftOut.length > 0 ? [`niet op ${datesText(leftOut)}`] : []),
    ...(extra.length > 0 ? [`ook op ${datesText(extra)}`] : []),
  ].join("; ");
}
