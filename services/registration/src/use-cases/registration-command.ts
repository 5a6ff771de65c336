import type { Actor } from "@digihulp/access";
import { eventActor } from "@digihulp/events";
import { accept, newId, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import type { OrganisationId } from "@digihulp/region";
import { bodyHash } from "@digihulp/store";
import type { Attributes, Command, Decided } from "@digihulp/store";
import { cardOf } from "../domain/client.ts";
import type { File } from "../domain/client.ts";
import { agreedNow } from "../domain/consent.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Intake } from "../domain/intake.ts";
import { ask } from "../domain/question.ts";
import { told } from "../domain/told.ts";
import { alikeKeys, peopleIn } from "../store/alike-item.ts";
import { registeredFrom, registrationWrites } from "../store/registration-writes.ts";
import type { Registered } from "../store/registration-writes.ts";

export type Registration<Refusal> = {
  readonly actor: Actor;
  readonly intake: Intake;
  /** Verb of the command, for its idempotency row. */
  readonly operation: string;
  readonly idempotencyKey: string | undefined;
  /** Whether these people, who share a name or number, stand in the way. */
  readonly doubt: (alike: readonly PersonId[]) => Refusal | undefined;
  readonly referredBy?: OrganisationId;
  /** Milliseconds since 1970. */
  readonly now: number;
};

type Rows = readonly (Attributes | undefined)[];

function change(asked: Registration<unknown>, ids: Registered, rows: Rows) {
  const { actor, intake, referredBy, now } = asked;
  const { person, question: id } = ids;
  const { birthYear, wish, agreed } = intake;
  const card = cardOf(person, intake);
  const file: File = {
    ...(birthYear === undefined ? {} : { birthYear }),
    agreed: agreedNow(agreed, now),
    registeredAt: now,
    registeredBy: eventActor(actor),
    alike: peopleIn(rows),
  };
  const from = referredBy === undefined ? {} : { referredBy };
  const question = ask({ id, person, ...wish, ...from, createdAt: now });
  return {
    writes: registrationWrites({ card, file, question }, rows),
    event: { name: "client-registered", actor, subject: id, detail: told(question, 1) },
  };
}

/** Registers a person with a question: one batch read, one decision, one transaction. */
export function registrationCommand<Refusal>(
  asked: Registration<Refusal>,
): Command<Registered, Refusal> {
  const { intake, now, operation, idempotencyKey: key } = asked;
  const ids = { person: newId("per", now), question: newId("qst", now) };
  return {
    reads: alikeKeys(intake),
    // What was typed, and not who was ruled out: the form posted again answers the same.
    idempotency: key ? { operation, key, bodyHash: bodyHash(intake) } : undefined,
    decide: (rows): Result<Decided<Registered>, Refusal> => {
      const refusal = asked.doubt(peopleIn(rows));
      return refusal === undefined
        ? accept({ answer: ids, change: change(asked, ids, rows) })
        : refuse(refusal);
    },
    parseAnswer: registeredFrom,
  };
}
