import type { MunicipalityId } from "@digihulp/region";
import { raw } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import { Banner, Meta } from "./page.tsx";
import type { PageProps } from "./page.tsx";
import { StaffFoot, StaffHead } from "./staff-head.tsx";
import { shellTexts } from "./texts.ts";

/** Who is signed in, as the head of every staff page shows it. */
export type MemberShell = {
  readonly name: string;
  /** As what and where, in words: "Balie van Bibliotheek Deinze". */
  readonly label: string;
  /** The municipality whose door colours the bar; absent for partners and the coordinator. */
  readonly municipality?: MunicipalityId | undefined;
  /** The menu of this role: path and words. */
  readonly menu: readonly { readonly href: string; readonly label: string }[];
};

export type StaffPageProps = Omit<PageProps, "plane" | "place" | "description"> & {
  readonly member: MemberShell;
};

/** A page for members: bar with place of work and sign-out, menu, white cards on linen. */
export const StaffPage = ({ children, member, ...page }: PropsWithChildren<StaffPageProps>) => (
  <>
    {raw("<!DOCTYPE html>")}
    <html lang={page.language ?? "nl"} dir={page.direction ?? "ltr"}>
      <Meta {...page} sheet="staff.css" />
      <body class="staff" data-place={member.municipality}>
        <a class="skip" href="#inhoud">
          {shellTexts.nl.skip}
        </a>
        <Banner text={page.banner ?? page.region.notice} />
        <StaffHead
          region={page.region}
          here={page.here}
          name={member.name}
          label={member.label}
          menu={member.menu}
        />
        <main id="inhoud" tabindex={-1}>
          <div class="wrap">{children}</div>
        </main>
        <StaffFoot region={page.region} />
      </body>
    </html>
  </>
);
