import { decide } from "@digihulp/access";
import { memberShell, ownTenant } from "@digihulp/web";
import type { Context } from "@digihulp/web";
import type { MemberShell, ShellProps } from "@digihulp/web/look";

/** What every page for members shows besides its own facts. */
export type Staff = Pick<ShellProps, "region"> & { readonly member: MemberShell };

/** Undefined for who is no signed-in member: programs have the API. */
export function staffOf(context: Context): Staff | undefined {
  const member = memberShell(context);
  return member && { region: context.region, member };
}

/** Whether the page may offer to plan somebody in; looking is no attempt, so no denial is noted. */
export function mayPlan(context: Context): boolean {
  const resource = ownTenant(context);
  const facts = { today: context.now.date };
  const asked = { permission: "booking:make", facts } as const;
  return !!resource && decide(context.actor, { ...asked, resource }).allowed;
}
