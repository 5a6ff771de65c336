import type { RegionDefinition } from "@digihulp/region";
import { Band } from "./band.tsx";
import { Button } from "./button.tsx";
import { Page } from "./page.tsx";
import { shellTexts } from "./texts.ts";

export type SignInAgainProps = {
  readonly region: RegionDefinition;
  /** Where the form was going. */
  readonly path: string;
  /** The form as it was sent, still encoded. */
  readonly body: string;
};

/** Says that the session ended, and takes what was typed along to the sign-in and back. */
export const SignInAgainView = ({ region, path, body }: SignInAgainProps) => {
  const { title, lines, action } = shellTexts.nl.signInAgain;
  return (
    <Page region={region} title={title} plane="dawn">
      <Band title={title} lead={lines.join(" ")} />
      <form class="wrap flow" action="/aanmelden" method="post">
        <input type="hidden" name="naar" value={path} />
        <input type="hidden" name="bewaard" value={body} />
        <Button pictogram="key">{action}</Button>
      </form>
    </Page>
  );
};
