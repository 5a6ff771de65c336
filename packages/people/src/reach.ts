import * as z from "zod/mini";

/** How somebody wants to be reached: exactly one way, with what that way needs. */
export const Reach = z.discriminatedUnion("by", [
  z.object({ by: z.literal("phone"), phone: z.string() }),
  z.object({ by: z.literal("email"), email: z.string() }),
  z.object({ by: z.literal("post"), address: z.string() }),
  z.object({ by: z.literal("somebody"), relation: z.string(), phone: z.string() }),
  z.object({ by: z.literal("visit") }),
]);
export type Reach = z.infer<typeof Reach>;
