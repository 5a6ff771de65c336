import { Band, Button, ButtonLink, Page } from "@digihulp/web/look";
import type { ShellProps } from "@digihulp/web/look";
import { signInTexts } from "../locale/sign-in.ts";

export type ResumeProps = ShellProps & {
  /** Where the form was going. */
  readonly path: string;
  /** Every field as it was sent, in order, repeated ones too. */
  readonly fields: readonly (readonly [string, string])[];
  /** As what the member works now, in words. */
  readonly place: string;
  /** Where to choose another place of work, for who has several. */
  readonly otherPlace: string | undefined;
};

/** Gives back a form that was sent when the session had ended: one button sends it on. */
export const ResumeView = ({ path, fields, place, otherPlace, ...shell }: ResumeProps) => {
  const { resume } = signInTexts;
  return (
    <Page {...shell} title={resume.title} plane="willow">
      <Band title={resume.title} lead={resume.lead} />
      <form class="wrap flow" action={path} method="post">
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p>
          <bdi>{resume.as(place)}</bdi>
        </p>
        <p>
          <Button pictogram="arrow">{resume.action}</Button>
        </p>
        {otherPlace && (
          <p>
            <a href={otherPlace}>{resume.otherPlace}</a>
          </p>
        )}
      </form>
    </Page>
  );
};

/** Says that there is no such form any more. */
export const DraftGoneView = ({ home, ...shell }: ShellProps & { readonly home: string }) => {
  const { draftGone } = signInTexts;
  return (
    <Page {...shell} title={draftGone.title} plane="dawn">
      <Band title={draftGone.title} lead={draftGone.lead} />
      <div class="wrap flow">
        <p>
          <ButtonLink href={home}>{draftGone.action}</ButtonLink>
        </p>
      </div>
    </Page>
  );
};
