import type { Day } from "./calendar.ts";

export type Place = { id: string; municipality: string };
export type Town = { id: string; name: string; postcode: string };

/** A moment of the agenda that people can be planned into. */
export type Moment = {
  id: string;
  digiclub: string;
  municipality: string;
  date: Day;
  /** Such as 14:00. */
  from: string;
  until: string;
};

/** Where the year is lived: all of it comes from the running portal. */
export type Setting = {
  /** The year ends the day before. */
  today: Day;
  towns: readonly Town[];
  digiclubs: readonly Place[];
  /** Those of the year and of the weeks after it, in order of time. */
  moments: readonly Moment[];
  /** Organisations whose people can sign in. */
  organisations: readonly string[];
};

/** The year before today has this many days. */
export const YEAR_DAYS = 365;
/** Nobody is planned in later than this many days after today. */
export const AHEAD_DAYS = 21;
