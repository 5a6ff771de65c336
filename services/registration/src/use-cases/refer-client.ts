import type { Actor, Scope } from "@digihulp/access";
import { refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import type { OrganisationId } from "@digihulp/region";
import { decideAndCommit } from "@digihulp/store";
import type { CommitRefusal, Table } from "@digihulp/store";
import type { Intake } from "../domain/intake.ts";
import type { Registered } from "../store/registration-writes.ts";
import { registrationCommand } from "./registration-command.ts";

type Deps = { readonly table: Table; readonly now: () => number };

export type ReferClient = {
  readonly actor: Actor;
  readonly organisation: OrganisationId;
  readonly intake: Intake;
  readonly idempotencyKey?: string | undefined;
};

export type ReferRefusal = { readonly kind: "not-agreed" } | CommitRefusal;

/**
 * Puts somebody on the waiting list of another's municipality. Whether they are known there already is
 * never said: that would tell a partner who is helped where.
 */
export const referClient =
  ({ table, now }: Deps) =>
  async (
    scope: Scope,
    { actor, organisation, intake, idempotencyKey }: ReferClient,
  ): Promise<Result<Registered, ReferRefusal>> => {
    if (!intake.agreed.includes("may-refer")) return refuse({ kind: "not-agreed" });
    return decideAndCommit(
      table.within(scope),
      registrationCommand<never>({
        operation: "refer-client",
        now: now(),
        actor,
        intake,
        doubt: () => undefined,
        referredBy: organisation,
        idempotencyKey,
      }),
    );
  };
