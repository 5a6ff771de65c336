import * as z from "zod/mini";
import { StoredEvent } from "./domain-event.ts";
import type { DomainEvent } from "./domain-event.ts";

/** The domain event inside a row that a stream carries; throws for a row that holds none. */
export const eventFrom = (row: unknown): DomainEvent => z.parse(StoredEvent, row);
