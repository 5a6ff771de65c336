import type { CalendarDate } from "@digihulp/kernel";
import type { Digiclub, RegionDefinition } from "@digihulp/region";
import { ButtonLink, MailLink, PhoneLink, dutchDate, timeSpan } from "@digihulp/web/look";
import type { Occurrence } from "../domain/occurrence.ts";
import { nl } from "../locale/nl.ts";

const { moment: text } = nl;

type KeepItProps = { readonly region: RegionDefinition; readonly digiclub: Digiclub };

/** The one thing to do: keep it in a calendar. Or ask. */
export const KeepIt = ({ region: { phone, email }, digiclub }: KeepItProps) => (
  <section class="panel linen">
    <h2>{text.keepTitle}</h2>
    <p>{text.keepLine}</p>
    <p>
      <ButtonLink href={`/agenda/feed.ics?digiclub=${digiclub.id}`} pictogram="calendar">
        {text.calendar}
      </ButtonLink>
    </p>
    <p>
      {text.question}
      <br />
      {phone === null ? <MailLink email={email} /> : <PhoneLink phone={phone} />}
    </p>
  </section>
);

type NextProps = {
  readonly next: readonly Occurrence[];
  readonly digiclub: Digiclub;
  readonly today: CalendarDate;
};

/** When it comes back, and the way to everything this Digiclub does. */
export const NextMoments = ({ next, digiclub, today }: NextProps) => (
  <section class="next">
    {next.length > 0 && (
      <>
        <h2>{text.nextTitle}</h2>
        <ul class="rows">
          {next.map(({ id, date, from, until }) => (
            <li>
              <a href={`/agenda/moment/${id}`}>{dutchDate(date, today)}</a>
              <span>{timeSpan(from, until)}</span>
            </li>
          ))}
        </ul>
      </>
    )}
    <p>
      <a href={`/agenda?club=${digiclub.id}`}>{text.club}</a>
    </p>
  </section>
);
