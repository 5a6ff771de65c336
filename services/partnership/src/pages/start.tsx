import type { CalendarDate } from "@digihulp/kernel";
import { ButtonLink, Doors, Page, Scene } from "@digihulp/web/look";
import type { ShellProps } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";
import { NotAlone, Steps, Ways } from "./start-parts.tsx";
import { StartMoments } from "./start-moments.tsx";
import type { StartMoment } from "./start-moments.tsx";

export type StartProps = ShellProps & {
  /** The next moments, soonest first; two to four fit best. */
  readonly upcoming: readonly StartMoment[];
  readonly today: CalendarDate;
};

const Hero = () => (
  <div class="hero">
    <div class="wrap">
      <h1>{nl.start.promise}</h1>
      <p class="lead">{nl.start.lead}</p>
    </div>
    <Scene />
  </div>
);

/** The start page: what we promise, what you can do, where you live, what comes next. */
export const StartView = ({ upcoming, today, ...shell }: StartProps) => (
  <Page {...shell} title={nl.start.title} description={nl.start.description} plane="dawn">
    <Hero />
    <div class="wrap">
      <Ways region={shell.region} />
      <section class="part">
        <h2>{nl.start.doorsTitle}</h2>
        <p>{nl.start.doorsLine}</p>
        <Doors
          municipalities={shell.region.municipalities}
          href={({ id }) => `/agenda?gemeente=${id}`}
        />
      </section>
      <section class="part">
        <h2>{nl.start.soonTitle}</h2>
        <StartMoments upcoming={upcoming} today={today} />
        <p class="after">
          <ButtonLink quiet href="/agenda" pictogram="calendar">
            {nl.start.agenda}
          </ButtonLink>
        </p>
      </section>
      <Steps />
      <NotAlone />
    </div>
  </Page>
);
