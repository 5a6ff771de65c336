import type { CalendarDate } from "@digihulp/kernel";
import { digiclubsOf } from "@digihulp/region";
import type { Digiclub, DigiclubId, Municipality } from "@digihulp/region";
import { Band, Chips, Doors, DoorPicture, Page, Tag, shellTexts } from "@digihulp/web/look";
import { capital, dutchDate, helpContact, timeSpan } from "@digihulp/web/look";
import type { ShellProps } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import type { StartMoment } from "./start-moments.tsx";

export type DigiclubsProps = ShellProps & {
  /** The one municipality that was asked for; all when absent. */
  readonly municipality?: Municipality | undefined;
  /** The next moment of each Digiclub that has one. */
  readonly next: ReadonlyMap<DigiclubId, StartMoment>;
  readonly today: CalendarDate;
};

type CardProps = {
  readonly digiclub: Digiclub;
  readonly next: StartMoment | undefined;
  readonly today: CalendarDate;
};

/** Kind and audience, as far as the name does not say it already. */
const ForWhom = ({ name, kind, audience }: Digiclub) => {
  const kindWord = shellTexts.nl.digiclubKinds[kind];
  const isSaid = name.toLowerCase().includes(kindWord.toLowerCase());
  const words = [isSaid ? "" : kindWord, audience ?? ""].filter(Boolean).join(", ");
  return words === "" ? null : <p>{capital(words)}</p>;
};

const DigiclubCard = ({ digiclub, next, today }: CardProps) => (
  <li class="club">
    <h3>
      <a class="cover" href={`/agenda?club=${digiclub.id}`}>
        {digiclub.name}
        <span class="unseen">, {nl.digiclubs.spoken}</span>
      </a>
    </h3>
    <ForWhom {...digiclub} />
    {next ? (
      <p>
        {nl.digiclubs.next} <strong>{dutchDate(next.date, today)}</strong>
        {`, ${timeSpan(next.from, next.until)}`}
      </p>
    ) : (
      <p>
        <Tag plane="linen" pictogram="clock">
          {nl.digiclubs.hoursFollow}
        </Tag>
      </p>
    )}
  </li>
);

type PlaceProps = Pick<DigiclubsProps, "region" | "next" | "today"> & {
  readonly municipality: Municipality;
};

const Place = ({ region, municipality, next, today }: PlaceProps) => (
  <section class="place" data-place={municipality.id}>
    <h2>
      <DoorPicture />
      <span>{municipality.name}</span>
    </h2>
    <ul class="clubs">
      {digiclubsOf(region, municipality.id).map((digiclub) => (
        <DigiclubCard digiclub={digiclub} next={next.get(digiclub.id)} today={today} />
      ))}
    </ul>
  </section>
);

const Chooser = ({ region, municipality }: Pick<DigiclubsProps, "region" | "municipality">) =>
  municipality ? (
    <Chips
      label={nl.digiclubs.filters}
      chips={[{ label: municipality.name, href: "/digiclubs", spoken: nl.digiclubs.takeAway }]}
    />
  ) : (
    <section>
      <h2>{nl.digiclubs.doorsTitle}</h2>
      <Doors
        municipalities={region.municipalities}
        href={({ id }) => `/digiclubs?gemeente=${id}`}
      />
    </section>
  );

/** Every Digiclub per municipality, with its next moment or the words that its hours follow. */
export const DigiclubsView = ({ municipality, next, today, ...shell }: DigiclubsProps) => {
  const { region } = shell;
  const title = municipality ? nl.digiclubs.titleIn(municipality.name) : nl.digiclubs.title;
  return (
    <Page
      {...shell}
      title={title}
      description={nl.digiclubs.description}
      here="/digiclubs"
      plane="willow"
      place={municipality?.id}
    >
      <Band title={title} lead={nl.digiclubs.lead} />
      <div class="wrap flow">
        <Chooser region={region} municipality={municipality} />
        {(municipality ? [municipality] : region.municipalities).map((each) => (
          <Place region={region} municipality={each} next={next} today={today} />
        ))}
        <p>
          {nl.digiclubs[helpContact(region).by === "call" ? "hoursFollowCall" : "hoursFollowMail"]}
        </p>
      </div>
    </Page>
  );
};
