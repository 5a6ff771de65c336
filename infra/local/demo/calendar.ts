import { instantOf, wallTime } from "../schedules/zone.ts";

/** A calendar date in Brussels, such as 2026-11-23. */
export type Day = string;

const TIME_ZONE = "Europe/Brussels";
const DAY = 86_400_000;

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dateOf = (moment: number): Day => new Date(moment).toISOString().slice(0, 10);

/** The date in Brussels at an instant in milliseconds since 1970. */
export function dayOf(instant: number): Day {
  const { year, month, day } = wallTime(instant, TIME_ZONE);
  return dateOf(Date.UTC(year, month - 1, day));
}

export const addDays = (day: Day, days: number): Day => dateOf(utc(day) + days * DAY);

/** Every day from the first to the last, both included. */
export function daysBetween(first: Day, last: Day): Day[] {
  const length = Math.max(0, Math.round((utc(last) - utc(first)) / DAY) + 1);
  return Array.from({ length }, (_, index) => addDays(first, index));
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => new Date(utc(day)).getUTCDay() || 7;

/** Weeks since a Monday long ago. */
export const weekNumber = (day: Day): number => Math.floor((utc(day) / DAY + 3) / 7);

/** Sunday of Easter, by the method of Meeus, Jones and Butcher. */
function easter(year: number): Day {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moved = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + moved + 15) % 30;
  const moon = epact - Math.floor((epact + Math.floor(golden / 11)) / 29);
  const offset = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const day = moon - offset + 28;
  return dateOf(Date.UTC(year, 2, day));
}

const FIXED = ["01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25"];
/** Easter Monday, Ascension Day and Whit Monday. */
const AFTER_EASTER = [1, 39, 50];

const known = new Map<number, ReadonlySet<Day>>();

/** The public holidays of a year in Belgium (law of 4 January 1974). */
export function holidays(year: number): ReadonlySet<Day> {
  const found = known.get(year);
  if (found) return found;
  const sunday = easter(year);
  const fixed = FIXED.map((date) => `${year}-${date}`);
  const days = new Set([...fixed, ...AFTER_EASTER.map((after) => addDays(sunday, after))]);
  known.set(year, days);
  return days;
}

export const isWorkingDay = (day: Day): boolean =>
  weekdayOf(day) <= 5 && !holidays(Number(day.slice(0, 4))).has(day);

/** The instant at which the clock shows some minutes after midnight on a day, in milliseconds since 1970. */
export function instantAt(day: Day, minutes: number): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const time = { year, month, day: date, hour: Math.floor(minutes / 60), minute: minutes % 60 };
  const instant = instantOf(time, TIME_ZONE);
  if (instant === undefined) throw new RangeError(`${day} has no minute ${minutes}`);
  return instant;
}

/** Minutes after midnight of a time such as 14:00. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
