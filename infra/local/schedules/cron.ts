import { TemplateError } from "../json.ts";

export type CalendarDay = { year: number; month: number; day: number };

/** When a cron expression of AWS fires: on which days, and at which minutes of those days. */
export type Cron = {
  minutes: number[];
  hours: number[];
  isDue(day: CalendarDay): boolean;
};

type Range = { first: number; last: number; names?: string[] };

const MINUTES: Range = { first: 0, last: 59 };
const HOURS: Range = { first: 0, last: 23 };
const DAYS: Range = { first: 1, last: 31 };
const MONTHS: Range = {
  first: 1,
  last: 12,
  names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
};
const WEEKDAYS: Range = {
  first: 1,
  last: 7,
  names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
};
const YEARS: Range = { first: 1970, last: 2199 };

function numberIn(text: string, { first, last, names }: Range): number {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + first : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= first && value <= last) return value;
  throw new TemplateError(`${text} is no value from ${first} to ${last} in a cron expression`);
}

function valuesOf(part: string, range: Range): number[] {
  const [span = "", step] = part.split("/");
  const [from = "", to] = span.split("-");
  const first = from === "*" ? range.first : numberIn(from, range);
  const single = to === undefined && step === undefined && from !== "*";
  const last = to === undefined ? (single ? first : range.last) : numberIn(to, range);
  const width = step === undefined ? 1 : numberIn(step, { first: 1, last: range.last });
  const values: number[] = [];
  for (let value = first; value <= last; value += width) values.push(value);
  return values;
}

function list(field: string, range: Range): number[] {
  const values = new Set(field.split(",").flatMap((part) => valuesOf(part, range)));
  return [...values].toSorted((one, other) => one - other);
}

function lastDay({ year, month }: CalendarDay): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 for Sunday to 7 for Saturday. */
function weekday({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function dayOfMonth(field: string): (day: CalendarDay) => boolean {
  if (field === "?" || field === "*") return () => true;
  if (field === "L") return (day) => day.day === lastDay(day);
  const days = new Set(list(field, DAYS));
  return (day) => days.has(day.day);
}

function dayOfWeek(field: string): (day: CalendarDay) => boolean {
  if (field === "?" || field === "*") return () => true;
  const [, lastOne] = /^(\w+)L$/i.exec(field) ?? [];
  if (lastOne !== undefined) {
    const wanted = numberIn(lastOne, WEEKDAYS);
    return (day) => weekday(day) === wanted && day.day + 7 > lastDay(day);
  }
  const [, name, nth] = /^(\w+)#([1-5])$/.exec(field) ?? [];
  if (name !== undefined) {
    const wanted = numberIn(name, WEEKDAYS);
    return (day) => weekday(day) === wanted && Math.ceil(day.day / 7) === Number(nth);
  }
  const days = new Set(list(field, WEEKDAYS));
  return (day) => days.has(weekday(day));
}

/** Reads the six fields of an AWS cron expression; `W` is refused. */
export function parseCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  const [minute, hour, monthDay, month, week, year] = fields;
  if (!minute || !hour || !monthDay || !month || !week || !year || fields.length !== 6) {
    throw new TemplateError(`cron(${expression}) does not have six fields`);
  }
  if (monthDay !== "?" && week !== "?") {
    throw new TemplateError(`cron(${expression}) needs a ? for day of month or day of week`);
  }
  const months = new Set(list(month, MONTHS));
  const years = new Set(list(year, YEARS));
  const fitsMonthDay = dayOfMonth(monthDay);
  const fitsWeekday = dayOfWeek(week);
  return {
    minutes: list(minute, MINUTES),
    hours: list(hour, HOURS),
    isDue: (day) =>
      years.has(day.year) && months.has(day.month) && fitsMonthDay(day) && fitsWeekday(day),
  };
}
