import type { Actor } from "@digihulp/access";
import { isId, newId } from "@digihulp/kernel";
import type { Id } from "@digihulp/kernel";
import type { RegionId } from "@digihulp/region";
import * as z from "zod/mini";

export type EventId = Id<"evt">;

/** Something that happened, in ids and public facts; never a name, number or word of a person. */
export type DomainEvent = {
  readonly id: EventId;
  /** Past tense, for example `occurrences-planned`. */
  readonly name: string;
  /** Instant, milliseconds since 1970. */
  readonly at: number;
  readonly region: RegionId;
  /** Tag of the scope it happened in. */
  readonly scope: string;
  readonly actor: Actor;
  /** Id of what it happened to. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type EventDraft = Pick<DomainEvent, "name" | "actor" | "subject" | "detail">;

/** Completes a draft with its id, its instant (milliseconds since 1970) and where it happened. */
export const domainEvent = (
  draft: EventDraft,
  { at, region, scope }: Pick<DomainEvent, "at" | "region" | "scope">,
): DomainEvent => ({ id: newId("evt", at), at, region, scope, ...draft });

const isRegion = (text: unknown): text is RegionId => typeof text === "string";

/** The shape in which an event is stored and streamed. */
export const StoredEvent = z.object({
  id: z.custom<EventId>(isId("evt")),
  name: z.string(),
  at: z.number(),
  region: z.custom<RegionId>(isRegion),
  scope: z.string(),
  actor: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("visitor") }),
    z.object({ kind: z.literal("job"), name: z.string() }),
  ]),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
