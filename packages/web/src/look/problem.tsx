import { Band } from "./band.tsx";
import { ButtonLink } from "./button.tsx";
import { MailLink, PhoneLink, helpContact } from "./contact.tsx";
import { Notice } from "./notice.tsx";
import { Page } from "./page.tsx";
import type { ShellProps } from "./page.tsx";
import { shellTexts } from "./texts.ts";
import type { ProblemKind } from "./texts.ts";

type ProblemProps = ShellProps & {
  readonly kind: ProblemKind;
  /** The number under which the log knows a fault. */
  readonly reference?: string | undefined;
};

/** The page that says what could not be shown, and what to do next. */
export const ProblemView = ({ kind, reference, ...shell }: ProblemProps) => {
  const { nl } = shellTexts;
  const { title, lines } = nl.problems[kind];
  const help = helpContact(shell.region);
  return (
    <Page {...shell} title={title} plane="dawn">
      <Band title={title} lead={lines.join(" ")} />
      <div class="wrap flow">
        <p>
          <ButtonLink href="/">{nl.problemHome}</ButtonLink>
        </p>
        <Notice
          plane="linen"
          pictogram={help.by === "call" ? "call" : "letter"}
          title={nl.problemHelp}
        >
          <p>{shell.region.phone === null ? nl.help.mailLine : nl.help.callLine}</p>
          <p>
            {shell.region.phone === null ? (
              <MailLink email={shell.region.email} />
            ) : (
              <PhoneLink phone={shell.region.phone} />
            )}
          </p>
          {reference && (
            <p>
              {nl.problemReference} <strong dir="ltr">{reference}</strong>
            </p>
          )}
        </Notice>
      </div>
    </Page>
  );
};
