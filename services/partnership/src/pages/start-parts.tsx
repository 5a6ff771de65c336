import type { RegionDefinition } from "@digihulp/region";
import { CheckList, Tile, helpContact } from "@digihulp/web/look";
import type { PictogramName, Plane } from "@digihulp/web/look";
import { nl } from "../locale/nl.ts";

type Way = {
  readonly href: string;
  readonly pictogram: PictogramName;
  readonly plane: Plane;
  readonly text: { readonly title: string; readonly line: string };
};

const waysOf = (region: RegionDefinition): readonly Way[] => {
  const { ways } = nl.start;
  const help = helpContact(region);
  return [
    { href: "/agenda?soort=inloop", pictogram: "drop-in", plane: "dawn", text: ways.dropIn },
    { href: "/agenda?soort=workshop", pictogram: "workshop", plane: "willow", text: ways.workshop },
    { href: "/digiclubs", pictogram: "place", plane: "river", text: ways.digiclub },
    { href: help.href, pictogram: "question", plane: "dawn", text: ways[help.by] },
  ];
};

/** The four things that people can do today. */
export const Ways = ({ region }: { readonly region: RegionDefinition }) => (
  <section class="ways" aria-label={nl.start.waysTitle}>
    {waysOf(region).map(({ href, pictogram, plane, text }) => (
      <div class="way">
        <Tile name={pictogram} plane={plane} />
        <div>
          <h2>
            <a class="cover" href={href}>
              {text.title}
            </a>
          </h2>
          <p>{text.line}</p>
        </div>
      </div>
    ))}
  </section>
);

/** What happens when somebody comes in, as three stops on the stream. */
export const Steps = () => (
  <section class="part">
    <h2>{nl.start.stepsTitle}</h2>
    <ol class="steps">
      {nl.start.steps.map(({ title, line }) => (
        <li>
          <h3>{title}</h3>
          <p>{line}</p>
        </li>
      ))}
    </ol>
  </section>
);

const PEOPLE = 10;
const FIND_IT_HARD = 4;

const Crowd = () => (
  <svg class="crowd" viewBox="0 0 320 40" aria-hidden="true">
    {Array.from({ length: PEOPLE }, (_, at) => (
      <path
        class={at < FIND_IT_HARD ? "hard" : undefined}
        d={`M${at * 32 + 16} 2a8 8 0 1 1-.1 0zM${at * 32 + 2} 40c0-13 5-19 14-19s14 6 14 19z`}
      />
    ))}
  </svg>
);

/** Four in ten find it hard; and what is good to know. */
export const NotAlone = () => (
  <div class="not-alone willow">
    <section>
      <h2>{nl.start.notAloneTitle}</h2>
      <p class="lead">{nl.start.notAlone}</p>
      <Crowd />
      <p class="source">{nl.start.notAloneSource}</p>
    </section>
    <section>
      <h2>{nl.start.knowTitle}</h2>
      <CheckList items={nl.start.know} />
    </section>
  </div>
);
