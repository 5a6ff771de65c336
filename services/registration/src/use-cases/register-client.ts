import type { Actor, Scope } from "@digihulp/access";
import type { Result } from "@digihulp/kernel";
import { decideAndCommit } from "@digihulp/store";
import type { CommitRefusal, Table } from "@digihulp/store";
import type { PersonId } from "../domain/ids.ts";
import type { Intake } from "../domain/intake.ts";
import type { Registered } from "../store/registration-writes.ts";
import { registrationCommand } from "./registration-command.ts";

type Deps = { readonly table: Table; readonly now: () => number };

export type RegisterClient = {
  readonly actor: Actor;
  readonly intake: Intake;
  /** Whom the desk looked at and said is somebody else. */
  readonly notSameAs: readonly PersonId[];
  readonly idempotencyKey?: string | undefined;
};

export type PossibleDuplicate = {
  readonly kind: "possible-duplicate";
  readonly people: readonly PersonId[];
};
export type RegisterRefusal = PossibleDuplicate | CommitRefusal;

const unlessRuledOut =
  (notSameAs: readonly PersonId[]) =>
  (alike: readonly PersonId[]): PossibleDuplicate | undefined => {
    const people = alike.filter((id) => !notSameAs.includes(id));
    return people.length > 0 ? { kind: "possible-duplicate", people } : undefined;
  };

/** Registers somebody with a question in the own municipality; who may be known already is shown first. */
export const registerClient =
  ({ table, now }: Deps) =>
  (
    scope: Scope,
    { actor, intake, notSameAs, idempotencyKey }: RegisterClient,
  ): Promise<Result<Registered, RegisterRefusal>> =>
    decideAndCommit(
      table.within(scope),
      registrationCommand({
        operation: "register-client",
        now: now(),
        actor,
        intake,
        doubt: unlessRuledOut(notSameAs),
        idempotencyKey,
      }),
    );
