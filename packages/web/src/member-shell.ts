import { groupsOf } from "@digihulp/access";
import type { Membership, Role } from "@digihulp/access";
import type { RegionDefinition } from "@digihulp/region";
import type { MemberShell } from "./look/staff-page.tsx";
import type { Context } from "./route.ts";

type Item = MemberShell["menu"][number];

const DESK: readonly Item[] = [
  { href: "/registratie", label: "Balie" },
  { href: "/agenda/vandaag", label: "Vandaag" },
];

const MENU = {
  "desk-worker": DESK,
  volunteer: [{ href: "/agenda/vandaag", label: "Vandaag" }],
  "social-worker": [{ href: "/registratie", label: "Mensen" }],
  "tenant-administrator": [{ href: "/beheer/toegang", label: "Toegang" }],
  partner: [
    { href: "/registratie/toegeleid", label: "Toegeleid" },
    { href: "/registratie/toeleiden", label: "Iemand toeleiden" },
  ],
  coordinator: [{ href: "/wie-mag-wat", label: "Wie mag wat" }],
} as const satisfies Record<Role, readonly Item[]>;

const labelOf = (region: RegionDefinition, membership: Membership): string =>
  groupsOf(region).find((group) => JSON.stringify(group.membership) === JSON.stringify(membership))
    ?.label ?? "";

/** What the head of a member's pages shows; undefined for everybody who is not a signed-in member. */
export function memberShell({ actor, memberName = "", region }: Context): MemberShell | undefined {
  if (actor.kind !== "member") return undefined;
  const { membership } = actor;
  return {
    name: memberName,
    label: labelOf(region, membership),
    municipality: "municipality" in membership ? membership.municipality : undefined,
    menu: MENU[membership.role],
  };
}

/** Where a member's work starts after signing in. */
export const homeOf = (membership: Membership): string => MENU[membership.role][0].href;
