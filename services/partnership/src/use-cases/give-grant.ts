import type { Scope } from "@digihulp/access";
import { accept, newId } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { bodyHash, decideAndCommit } from "@digihulp/store";
import type { CommitRefusal } from "@digihulp/store";
import { giveGrant as decide } from "../domain/grant.ts";
import type { GiveRefusal, Grant, GrantWish } from "../domain/grant.ts";
import { listFrom, listKey } from "../store/grant-rows.ts";
import { grantChange, parseGrant } from "./grant-command.ts";
import type { Asked, GrantDeps } from "./grant-command.ts";

export type GiveGrant = GrantWish & { readonly region: RegionDefinition; readonly asked: Asked };

export type GiveGrantRefusal = GiveRefusal | CommitRefusal;

/** Gives an organisation access to work for the residents of one municipality. */
export const giveGrant =
  ({ table, now }: GrantDeps) =>
  (scope: Scope, command: GiveGrant): Promise<Result<Grant, GiveGrantRefusal>> => {
    const { region, asked, organisation, from, until } = command;
    const { today, actor, idempotencyKey: key } = asked;
    const id = newId("grant", now());
    const hash = bodyHash({ organisation, from, until });
    return decideAndCommit<Grant, GiveRefusal>(table.within(scope), {
      reads: [listKey],
      idempotency: key ? { operation: "give-grant", key, bodyHash: hash } : undefined,
      decide: ([row]) => {
        const list = listFrom(row);
        const given = decide(command, { region, given: list.grants, today, id });
        if (!given.ok) return given;
        const grant = given.value;
        const change = grantChange("grant-given", { grant, version: 1, list }, actor);
        return accept({ answer: grant, change });
      },
      parseAnswer: parseGrant,
    });
  };
