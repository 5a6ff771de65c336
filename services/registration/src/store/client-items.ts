import { EventActor } from "@digihulp/events";
import { isId } from "@digihulp/kernel";
import { PersonCard, personCardKey } from "@digihulp/people";
import type { Attributes, Item, Key } from "@digihulp/store";
import * as z from "zod/mini";
import type { Card, File } from "../domain/client.ts";
import { CONSENTS } from "../domain/consent.ts";
import type { PersonId } from "../domain/ids.ts";
import { plainName } from "../domain/plain-name.ts";

const Versioned = z.object({ version: z.number() });

/** Where everything about one person stands. */
export const personPartition = (id: PersonId): readonly string[] => ["person", id];
export const cardKey = personCardKey;
export const fileKey = (id: PersonId): Key => ({ partition: personPartition(id), sort: "file" });

/** The card of a person, and its place in the list of names of the municipality. */
export const cardItem = (card: Card, version: number): Item => ({
  key: cardKey(card.id),
  type: "card",
  version,
  attributes: card,
  indexes: { byName: { partition: ["names"], sort: `${plainName(card.name)}|${card.id}` } },
});

export const cardFrom = (row: Attributes): Card => z.parse(PersonCard, row);
export const versionOf = (row: Attributes): number => z.parse(Versioned, row).version;

const StoredFile = z.object({
  birthYear: z.optional(z.number()),
  agreed: z.array(z.object({ consent: z.enum(CONSENTS), version: z.number(), at: z.number() })),
  registeredAt: z.number(),
  registeredBy: EventActor,
  alike: z.array(z.custom<PersonId>(isId("per"))),
});

export const fileItem = (id: PersonId, file: File, version: number): Item => ({
  key: fileKey(id),
  type: "file",
  version,
  attributes: file,
});

export const fileFrom = (row: Attributes): File => z.parse(StoredFile, row);
