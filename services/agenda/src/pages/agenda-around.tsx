import type { Digiclub, RegionDefinition } from "@digihulp/region";
import { ButtonLink, Details, Notice, Pictogram, helpContact } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";

type HoursProps = { readonly region: RegionDefinition; readonly clubs: readonly Digiclub[] };

/** The Digiclubs whose hours nobody knows yet: said, never invented. */
export const HoursFollow = ({ region, clubs }: HoursProps) => {
  if (clubs.length === 0) return null;
  const help = helpContact(region);
  const { agenda } = nl;
  return (
    <Notice plane="river" pictogram="clock" title={agenda.hoursFollow}>
      <p>{agenda.hoursFollowLine}</p>
      <ul class="names">
        {clubs.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
      <p>{help.by === "call" ? agenda.hoursFollowCall : agenda.hoursFollowMail}</p>
    </Notice>
  );
};

type EmptyProps = { readonly region: RegionDefinition; readonly laterHref?: string | undefined };

/** What to do when there is nothing to show. */
export const NothingFound = ({ region, laterHref }: EmptyProps) => {
  const help = helpContact(region);
  const { agenda } = nl;
  return (
    <Notice plane="willow" pictogram="calendar" title={agenda.none}>
      <p>{agenda.noneLine}</p>
      <ul>
        {laterHref && (
          <li>
            <a href={laterHref}>{agenda.noneLater}</a>
          </li>
        )}
        <li>
          <a href="/agenda">{agenda.noneAll}</a>
        </li>
        <li>
          <a href={help.href}>{help.by === "call" ? agenda.noneCall : agenda.noneMail}</a>
        </li>
      </ul>
    </Notice>
  );
};

type TurnProps = {
  readonly earlierHref?: string | undefined;
  readonly laterHref?: string | undefined;
};

/** To the days before and after. */
export const OtherDays = ({ earlierHref, laterHref }: TurnProps) =>
  earlierHref || laterHref ? (
    <nav class="turn" aria-label={nl.agenda.pages}>
      {earlierHref && (
        <a class="earlier" href={earlierHref} rel="prev">
          <Pictogram name="arrow" />
          <span>{nl.agenda.earlier}</span>
        </a>
      )}
      {laterHref && (
        <a class="later" href={laterHref} rel="next">
          <span>{nl.agenda.later}</span>
          <Pictogram name="arrow" />
        </a>
      )}
    </nav>
  ) : null;

/** To take the list along: in a calendar, or on paper. */
export const TakeAlong = ({ feedHref }: { readonly feedHref: string }) => (
  <div class="take-along">
    <p>
      <ButtonLink quiet href={feedHref} pictogram="calendar">
        {nl.agenda.calendar}
      </ButtonLink>
    </p>
    <Details summary={nl.agenda.paper}>
      {nl.agenda.paperLines.map((line) => (
        <p>{line}</p>
      ))}
    </Details>
  </div>
);
