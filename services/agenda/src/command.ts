import { idempotencyKeyOf } from "@digihulp/web";
import type { Context } from "@digihulp/web";
import type { AttendanceRefusalKind } from "./locale/attendance.ts";
import type { Asked } from "./use-cases/booking-command.ts";

/** Who asks, when, and how a repetition is known: from a form or from a program. */
export const askedBy = ({ request, actor, now }: Context): Asked => ({
  actor,
  now,
  idempotencyKey: idempotencyKeyOf(request, actor),
});

/** Refusals that say there is no such thing: they look like a page that is not there. */
export const isMissing = (kind: AttendanceRefusalKind): boolean =>
  kind === "occurrence-unknown" || kind === "not-booked";
