import { html, NO_STORE } from "@digihulp/web";
import type { HttpResponse } from "@digihulp/web";
import { Band, ButtonLink, Page } from "@digihulp/web/look";
import type { ShellProps } from "@digihulp/web/look";
import { signInTexts } from "../locale/sign-in.ts";

export type OnwardProps = ShellProps & {
  readonly title: string;
  readonly lead: string;
  readonly href: string;
};

const OnwardView = ({ title, lead, href, ...shell }: OnwardProps) => (
  <Page {...shell} title={title} plane="dawn">
    <Band title={title} lead={lead} />
    <div class="wrap flow">
      <p>
        <ButtonLink href={href}>{signInTexts.onward.action}</ButtonLink>
      </p>
    </div>
  </Page>
);

/**
 * Sends a browser from a form to another site. A 303 would not do: Chromium holds each hop after a form
 * against `form-action 'self'`, and we cannot know what addresses lie behind an identity provider.
 */
export const onward = ({ href, ...props }: OnwardProps): HttpResponse => {
  const page = html(200, (<OnwardView {...props} href={href} />).toString(), NO_STORE);
  return { ...page, headers: { ...page.headers, refresh: `0; url=${href}` } };
};
