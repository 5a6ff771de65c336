import type { CalendarDate } from "@digihulp/kernel";
import type { PropsWithChildren } from "hono/jsx";
import { dateWords } from "./dates.ts";

type DayProps = PropsWithChildren<{
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  /** Level of the day's heading in its page. */
  readonly level: 3 | 4;
}>;

/** The date as a calendar shows it; reads "vrijdag 27 november". */
export const Leaf = ({
  date,
  today,
}: {
  readonly date: CalendarDate;
  readonly today: CalendarDate;
}) => {
  const words = dateWords(date, today);
  return (
    <time class="leaf" datetime={date}>
      <span class="weekday">{words.weekday}</span> <span class="number">{words.day}</span>{" "}
      <span class="month">{words.month}</span>
    </time>
  );
};

/** One day on the stream, with its moments as list items. */
export const Day = ({ date, today, level, children }: DayProps) => {
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <li class="day">
      <Heading>
        <Leaf date={date} today={today} />
      </Heading>
      <ul class="moments">{children}</ul>
    </li>
  );
};

/** The stream of days, in order. */
export const Days = ({ children }: PropsWithChildren) => <ol class="days">{children}</ol>;
