import { html, NO_STORE } from "@digihulp/web";
import type { HttpResponse } from "@digihulp/web";
import { Band, ButtonLink, Notice, Page } from "@digihulp/web/look";
import type { ShellProps } from "@digihulp/web/look";
import { signInTexts } from "../locale/sign-in.ts";
import type { SignInRefusal } from "../use-cases/finish-sign-in.ts";
import { coordinatorOf } from "./prose.tsx";
import { signInAddress } from "./sign-in-address.ts";

type SignInProblemProps = ShellProps & SignInRefusal;

const SignInProblemView = ({ kind, goal, ...shell }: SignInProblemProps) => {
  const { refusals, again, askPlace } = signInTexts;
  const { title, lines } = refusals[kind];
  return (
    <Page {...shell} title={title} plane="dawn">
      <Band title={title} lead={lines.join(" ")} />
      <div class="wrap flow">
        {kind === "no-place" && (
          <Notice plane="linen" pictogram="helper" title={askPlace.title}>
            <p>{askPlace.line(coordinatorOf(shell.region))}</p>
          </Notice>
        )}
        <p>
          <ButtonLink href={signInAddress(goal ?? { to: "/" })} quiet={kind === "no-place"}>
            {again}
          </ButtonLink>
        </p>
      </div>
    </Page>
  );
};

const STATUS = {
  "unknown-attempt": 400,
  "other-browser": 400,
  "issuer-refused": 403,
  "not-trusted": 403,
  "no-place": 403,
} as const satisfies Record<SignInRefusal["kind"], number>;

/** The page that says why somebody is not signed in, and what to do. */
export const signInProblem = (props: SignInProblemProps): HttpResponse =>
  html(STATUS[props.kind], (<SignInProblemView {...props} />).toString(), NO_STORE);
