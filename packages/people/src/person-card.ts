import { isId, LANGUAGES } from "@digihulp/kernel";
import type { Id } from "@digihulp/kernel";
import type { Key } from "@digihulp/store";
import * as z from "zod/mini";
import { Reach } from "./reach.ts";

export type PersonId = Id<"per">;

/** What other services may know of a person: what to call them, how to reach them, in which language. */
export const PersonCard = z.object({
  id: z.custom<PersonId>(isId("per")),
  name: z.string(),
  reach: Reach,
  language: z.enum(LANGUAGES),
});
export type PersonCard = z.infer<typeof PersonCard>;

/** The attributes of a card besides its key; the data role of other services reaches no more. */
export const CARD_ATTRIBUTES = ["id", "name", "reach", "language"] as const;

/** Where the card of a person stands, in the registration's table. */
export const personCardKey = (id: PersonId): Key => ({ partition: ["person", id], sort: "card" });
