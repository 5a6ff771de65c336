import type { CalendarDate, Month } from "@digihulp/kernel";
import { firstDay, lastDay, monthOf } from "@digihulp/kernel";
import { capital, dutchMonth } from "@digihulp/web/look";
import { monthInYear, monthPeriod, monthsOfYear, yearsOf } from "../domain/period-steps.ts";
import type { Period } from "../domain/period.ts";
import { nl } from "../locale/nl.ts";
import { agendaHref } from "./agenda-filter.ts";
import type { AgendaFilter } from "./agenda-filter.ts";

export type JumpProps = {
  readonly filter: AgendaFilter;
  readonly period: Period;
  /** From the first known moment to the last planned day. */
  readonly reach: Period;
  readonly today: CalendarDate;
};

type Link = { readonly label: string; readonly href: string; readonly isHere: boolean };

const Links = ({ label, links }: { readonly label: string; readonly links: readonly Link[] }) => (
  <p>
    {label}
    {links.map((link) => (
      <>
        {" "}
        <a href={link.href} aria-current={link.isHere ? "true" : undefined}>
          {link.label}
        </a>
      </>
    ))}
  </p>
);

const isOneMonth = ({ from, until }: Period): boolean =>
  from === firstDay(monthOf(from)) && until === lastDay(monthOf(from));

/** Straight to another year, and from there to a month: 2023 is two clicks away. */
export const Jump = ({ filter, period, reach, today }: JumpProps) => {
  const year = Number(period.from.slice(0, 4));
  const toMonth = (month: Month): string => agendaHref({ ...filter, ...monthPeriod(month) });
  const years = yearsOf(reach).map((one) => ({
    label: String(one),
    href: toMonth(monthInYear(one, period, reach)),
    isHere: one === year,
  }));
  const months = monthsOfYear(year, reach).map((month) => ({
    label: capital(dutchMonth(month, today)).replace(/ \d{4}$/, ""),
    href: toMonth(month),
    isHere: month === monthOf(period.from),
  }));
  return (
    <nav class="jump" aria-label={nl.agenda.jump}>
      <Links label={nl.agenda.years} links={years} />
      {isOneMonth(period) && <Links label={nl.agenda.months(String(year))} links={months} />}
    </nav>
  );
};
