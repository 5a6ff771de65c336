import type { MunicipalityId } from "@digihulp/region";
import type { PropsWithChildren } from "hono/jsx";
import { Page } from "./page.tsx";
import type { PageProps } from "./page.tsx";

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
  <Page {...page} plane="linen" place={member.municipality}>
    <p>
      {member.label}, {member.name}
    </p>
    {children}
  </Page>
);
