/** A moment as a clock on the wall shows it; months count from 1. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}

/** What the clock in a zone shows at an instant in milliseconds since 1970. */
export function wallTime(instant: number, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
  };
}

function asUtc({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

const DAY = 86_400_000;

/**
 * The first instant at which the clock shows a time; undefined when it skips that time, as the
 * clock in Brussels skips 02:30 on the last Sunday of March.
 */
export function instantOf(time: WallTime, timeZone: string): number | undefined {
  const utc = asUtc(time);
  const offsets = [utc - DAY, utc + DAY].map(
    (near) => asUtc(wallTime(near, timeZone)) - Math.floor(near / 60_000) * 60_000,
  );
  const instants = offsets
    .map((offset) => utc - offset)
    .filter((instant) => asUtc(wallTime(instant, timeZone)) === utc);
  return instants.length === 0 ? undefined : Math.min(...instants);
}
