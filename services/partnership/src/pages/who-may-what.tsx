import type { Rule, Who } from "@digihulp/access";
import { Band, Page } from "@digihulp/web/look";
import type { ShellProps } from "@digihulp/web/look";
import { whoMayWhat } from "../locale/who-may-what.ts";

export type WhoMayWhatProps = ShellProps & { readonly rules: readonly Rule[] };

const ORDER: readonly Who[] = [
  "visitor",
  "volunteer",
  "desk-worker",
  "social-worker",
  "tenant-administrator",
  "partner",
  "coordinator",
  "job",
];

/** Who may do what, read from the table that decides it. */
export const WhoMayWhatView = ({ rules, ...shell }: WhoMayWhatProps) => (
  <Page {...shell} title={whoMayWhat.title} description={whoMayWhat.lead} plane="willow">
    <Band title={whoMayWhat.title} lead={whoMayWhat.lead} />
    <div class="wrap flow prose">
      {ORDER.map((actor) => (
        <section>
          <h2>{whoMayWhat.actors[actor]}</h2>
          <ul>
            {rules
              .filter(({ who }) => who.includes(actor))
              .map(({ inWords }) => (
                <li>{inWords}</li>
              ))}
          </ul>
        </section>
      ))}
      <p>{whoMayWhat.nothingElse}</p>
    </div>
  </Page>
);
