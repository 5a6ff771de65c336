import type { RegionDefinition } from "@digihulp/region";
import { shellTexts } from "./texts.ts";

/** How to reach a region: by telephone when it has a number, else by mail. */
export type HelpContact = {
  readonly by: "call" | "mail";
  readonly href: string;
  /** "Bel ons" or "Mail ons". */
  readonly word: string;
};

/** The one way to ask for help that head, foot and texts of a region offer. */
export function helpContact({ phone, email }: RegionDefinition): HelpContact {
  const { help } = shellTexts.nl;
  return phone === null
    ? { by: "mail", href: `mailto:${email}`, word: help.mail }
    : { by: "call", href: `tel:${phone.replaceAll(/[^+\d]/g, "")}`, word: help.call };
}

/** The mail address as a link that may break after the at sign. */
export const MailLink = ({ email }: { readonly email: string }) => {
  const [name = "", host = ""] = email.split("@");
  return (
    <a href={`mailto:${email}`} dir="ltr">
      {name}@<wbr />
      {host}
    </a>
  );
};

/** The telephone number as a link; it never breaks over two lines. */
export const PhoneLink = ({ phone }: { readonly phone: string }) => (
  <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`} dir="ltr" class="number">
    {phone.replaceAll(" ", "\u00A0")}
  </a>
);
