import { Band, Page, RefusalNotice } from "@digihulp/web/look";
import type { ShellProps } from "@digihulp/web/look";
import type { PlaceOfWork } from "../sign-in/place-of-work.ts";
import { signInTexts } from "../locale/sign-in.ts";

export type PlaceProps = ShellProps & {
  readonly places: readonly PlaceOfWork[];
  /** The group in which the member works now. */
  readonly current: string | undefined;
  readonly to: string;
  readonly draft: string | undefined;
  /** Why the last choice was not taken. */
  readonly refused: { readonly title: string; readonly line: string } | undefined;
};

/** Asks somebody with several places where they work today: one press. */
export const PlaceView = ({ places, current, to, draft, refused, ...shell }: PlaceProps) => {
  const { place: text } = signInTexts;
  const now = places.find(({ group }) => group === current);
  return (
    <Page {...shell} title={text.title} plane="willow" hasErrors={refused !== undefined}>
      <Band title={text.title} lead={text.lead} />
      <form class="wrap flow" action="/werkplek" method="post">
        <RefusalNotice text={refused} />
        <input type="hidden" name="naar" value={to} />
        {draft && <input type="hidden" name="bewaard" value={draft} />}
        {now && (
          <p>
            {text.now} <strong>{now.label}</strong>
          </p>
        )}
        <ul class="flow">
          {places.map(({ group, label }) => (
            <li>
              <button class="button quiet" type="submit" name="groep" value={group}>
                <bdi>{label}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Page>
  );
};
