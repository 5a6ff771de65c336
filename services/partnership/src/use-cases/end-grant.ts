import type { Scope } from "@digihulp/access";
import { accept, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import { bodyHash, decideAndCommit } from "@digihulp/store";
import type { CommitRefusal } from "@digihulp/store";
import { endGrant as decide } from "../domain/grant.ts";
import type { EndRefusal, Grant, GrantId } from "../domain/grant.ts";
import { grantFrom, grantKey, listFrom, listKey } from "../store/grant-rows.ts";
import { grantChange, parseGrant } from "./grant-command.ts";
import type { Asked, GrantDeps } from "./grant-command.ts";

export type EndGrant = { readonly grant: GrantId; readonly asked: Asked };

/** There is no such grant, or it is another municipality's: both look the same. */
export type GrantUnknown = { readonly kind: "grant-unknown" };
export type EndGrantRefusal = EndRefusal | GrantUnknown | CommitRefusal;

/** Takes a grant back, at once. */
export const endGrant =
  ({ table }: Pick<GrantDeps, "table">) =>
  (scope: Scope, { grant: id, asked }: EndGrant): Promise<Result<Grant, EndGrantRefusal>> => {
    const { today, actor, idempotencyKey: key } = asked;
    const hash = bodyHash({ grant: id });
    return decideAndCommit<Grant, EndRefusal | GrantUnknown>(table.within(scope), {
      reads: [grantKey(id), listKey],
      idempotency: key ? { operation: "end-grant", key, bodyHash: hash } : undefined,
      decide: ([row, listRow]) => {
        if (!row) return refuse({ kind: "grant-unknown" });
        const before = grantFrom(row);
        const ended = decide(before.grant, today);
        if (!ended.ok) return ended;
        const after = { grant: ended.value, version: before.version + 1, list: listFrom(listRow) };
        return accept({ answer: ended.value, change: grantChange("grant-ended", after, actor) });
      },
      parseAnswer: parseGrant,
    });
  };
