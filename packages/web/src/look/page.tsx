import type { MunicipalityId, RegionDefinition } from "@digihulp/region";
import { raw } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import { asset } from "./asset.ts";
import { Foot } from "./foot.tsx";
import { Head } from "./head.tsx";
import type { Plane } from "./pictogram.tsx";
import { shellTexts } from "./texts.ts";
import type { Language } from "./texts.ts";

/** What every view gets besides its own facts. */
export type ShellProps = {
  readonly region: RegionDefinition;
  /** One sentence above every page, for example that the people on it are invented. */
  readonly banner?: string | undefined;
};

export type PageProps = ShellProps & {
  /** The title of this page alone; the shell adds the region's name. */
  readonly title: string;
  readonly description?: string | undefined;
  /** The path of the menu item that this page belongs to. */
  readonly here?: string;
  /** The colour of head and band. */
  readonly plane?: Plane;
  /** The municipality whose door colours this page. */
  readonly place?: MunicipalityId | undefined;
  readonly hasErrors?: boolean;
  readonly language?: Language;
  readonly direction?: "ltr" | "rtl";
};

// Inside the page, so a browser does not ask for /favicon.ico; needs img-src data: in the CSP.
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 -8 48 48' fill='none' stroke-width='7' stroke-linecap='round'%3E%3Cpath d='M4 5C17 5 16 16 28 16' stroke='%235b87c8'/%3E%3Cpath d='M4 27C17 27 16 16 28 16' stroke='%23f5ac69'/%3E%3Cpath d='M27 16H44' stroke='%235d2353'/%3E%3C/svg%3E";

const documentTitle = ({ title, region, hasErrors }: PageProps): string =>
  `${hasErrors ? `${shellTexts.nl.error}: ` : ""}${title} - ${region.name}`;

type MetaProps = PageProps & { readonly sheet?: "site.css" | "staff.css" };

/** The head of every document; members' pages have a sheet of their own, so public ones stay light. */
export const Meta = ({ sheet = "site.css", ...page }: MetaProps) => (
  <head>
    <meta charset="utf-8" />
    <title>{documentTitle(page)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    {page.description && <meta name="description" content={page.description} />}
    <meta name="format-detection" content="telephone=no" />
    <link
      rel="preload"
      href={asset("oever.woff2")}
      as="font"
      type="font/woff2"
      crossorigin="anonymous"
    />
    <link rel="stylesheet" href={asset(sheet)} />
    <link rel="icon" href={ICON} />
  </head>
);

/** One sentence above a page; nothing when there is none. */
export const Banner = ({ text }: { readonly text: string | undefined }) =>
  text ? (
    <aside class="banner" aria-label={shellTexts.nl.notice}>
      <p>{text}</p>
    </aside>
  ) : null;

/** A whole document: head, the page itself as the main landmark, foot. */
export const Page = ({ children, ...page }: PropsWithChildren<PageProps>) => (
  <>
    {raw("<!DOCTYPE html>")}
    <html lang={page.language ?? "nl"} dir={page.direction ?? "ltr"}>
      <Meta {...page} />
      <body class={`on-${page.plane ?? "paper"}`} data-place={page.place}>
        <a class="skip" href="#inhoud">
          {shellTexts.nl.skip}
        </a>
        <Banner text={page.banner ?? page.region.notice} />
        <Head region={page.region} here={page.here} />
        <main id="inhoud" tabindex={-1}>
          {children}
        </main>
        <Foot region={page.region} />
      </body>
    </html>
  </>
);
