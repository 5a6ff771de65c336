import { accept, refuse } from "@digihulp/kernel";
import type { Result, WallTime } from "@digihulp/kernel";
import type { Occurrence } from "./occurrence.ts";

/** One visitor more, or one counted by mistake. */
export type VisitorChange = 1 | -1;

export type VisitorRefusal = {
  readonly kind: "moment-cancelled" | "moment-not-yet" | "no-visitor-counted";
};

/** How many came without giving a name, after this tap; never fewer than nobody. */
export function countVisitor(
  before: { readonly occurrence: Occurrence; readonly visitors: number },
  change: VisitorChange,
  now: WallTime,
): Result<number, VisitorRefusal> {
  const { occurrence, visitors } = before;
  if (occurrence.state === "cancelled") return refuse({ kind: "moment-cancelled" });
  if (now.date < occurrence.date) return refuse({ kind: "moment-not-yet" });
  return visitors + change < 0 ? refuse({ kind: "no-visitor-counted" }) : accept(visitors + change);
}
