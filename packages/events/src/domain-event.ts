import { tenantOf } from "@digihulp/access";
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
  readonly actor: EventActor;
  /** Id of what it happened to. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type EventDraft = Pick<DomainEvent, "name" | "subject" | "detail"> & {
  readonly actor: Actor;
};

/** What an event keeps of an actor. */
export function eventActor(actor: Actor): EventActor {
  if (actor.kind === "visitor") return { kind: "visitor" };
  if (actor.kind === "job") return { kind: "job", id: actor.name };
  const { membership } = actor;
  const onBehalfOf = membership.role === "partner" ? membership.organisation : tenantOf(membership);
  return {
    kind: actor.kind,
    id: actor.kind === "member" ? actor.member : actor.client,
    role: membership.role,
    ...(onBehalfOf ? { onBehalfOf } : {}),
  };
}

/** Completes a draft with its id, its instant (milliseconds since 1970) and where it happened. */
export const domainEvent = (
  draft: EventDraft,
  { at, region, scope }: Pick<DomainEvent, "at" | "region" | "scope">,
): DomainEvent => ({
  ...draft,
  id: newId("evt", at),
  at,
  region,
  scope,
  actor: eventActor(draft.actor),
});

const isRegion = (text: unknown): text is RegionId => typeof text === "string";

/** Who did it, as an event keeps it: what kind of actor, and an id that names nobody. */
export const EventActor = z.object({
  kind: z.enum(["visitor", "job", "member", "program"]),
  id: z.optional(z.string()),
  role: z.optional(z.string()),
  /** The organisation or municipality that the actor worked for. */
  onBehalfOf: z.optional(z.string()),
});
export type EventActor = z.infer<typeof EventActor>;

/** The shape in which an event is stored and streamed. */
export const StoredEvent = z.object({
  id: z.custom<EventId>(isId("evt")),
  name: z.string(),
  at: z.number(),
  region: z.custom<RegionId>(isRegion),
  scope: z.string(),
  actor: EventActor,
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
