import * as z from "zod/mini";
import { CONSENTS } from "../domain/consent.ts";

/** One thing that somebody agreed to, in which wording and when. */
export const AgreedAnswer = z.object({
  consent: z.enum(CONSENTS),
  version: z.number(),
  at: z.number(),
});
