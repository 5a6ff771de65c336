import type { Membership } from "@digihulp/access";
import { homeOf } from "@digihulp/web";
import type { Goal } from "../use-cases/finish-sign-in.ts";

const address = (path: string, { to, draft }: Goal): string =>
  `${path}?${new URLSearchParams(draft ? { bewaard: draft } : { naar: to }).toString()}`;

/** Where to start a sign-in that goes there. */
export const signInAddress = (goal: Goal): string => address("/aanmelden", goal);

/** Where to choose a place of work on the way there. */
export const placeAddress = (goal: Goal): string => address("/werkplek", goal);

/** Where a member goes next: to a kept form, to the page asked for, or to where the work starts. */
export function nextAddress(membership: Membership, { to, draft }: Goal): string {
  if (draft) return address("/aanmelden/verder", { to, draft });
  return to === "/" || to === "/werkplek" ? homeOf(membership) : to;
}
