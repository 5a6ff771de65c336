import type { PropsWithChildren } from "hono/jsx";
import { Pictogram } from "./pictogram.tsx";
import type { PictogramName } from "./pictograms.ts";

type Look = { readonly quiet?: boolean; readonly pictogram?: PictogramName };

const className = ({ quiet }: Look): string => (quiet ? "button quiet" : "button");

/** Sends the form it stands in; filled once per page, quiet elsewhere. */
export const Button = ({ children, quiet = false, pictogram }: PropsWithChildren<Look>) => (
  <button class={className({ quiet })} type="submit">
    {pictogram && <Pictogram name={pictogram} />}
    <span>{children}</span>
  </button>
);

/** A link that is the one thing to do; quiet when it is not. */
export const ButtonLink = ({
  children,
  href,
  quiet = false,
  pictogram,
}: PropsWithChildren<Look & { readonly href: string }>) => (
  <a class={className({ quiet })} href={href}>
    {pictogram && <Pictogram name={pictogram} />}
    <span>{children}</span>
  </a>
);
