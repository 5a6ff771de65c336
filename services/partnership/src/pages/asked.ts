import { idempotencyKeyOf } from "@digihulp/web";
import type { Context } from "@digihulp/web";
import type { Asked } from "../use-cases/grant-command.ts";

/** Who asks, on what day, and how a repetition is known: from a form or from a program. */
export const askedBy = ({ request, actor, now }: Context): Asked => ({
  actor,
  today: now.date,
  idempotencyKey: idempotencyKeyOf(request, actor),
});
