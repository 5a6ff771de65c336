import { membershipOfGroup } from "@digihulp/access";
import type { Membership, Scope } from "@digihulp/access";
import { sessionFrom, sessionItem, sessionKey } from "@digihulp/access/session";
import type { StoredSession } from "@digihulp/access/session";
import { accept, refuse } from "@digihulp/kernel";
import type { Result } from "@digihulp/kernel";
import type { RegionDefinition } from "@digihulp/region";
import { decideAndCommit } from "@digihulp/store";
import type { CommitRefusal, Decided } from "@digihulp/store";
import * as z from "zod/mini";
import type { SignInDeps } from "../sign-in-deps.ts";

export type PlaceChoice = {
  readonly region: RegionDefinition;
  readonly token: string;
  readonly group: string;
};

export type PlaceRefusal = { readonly kind: "signed-out" } | { readonly kind: "place-unknown" };

const Versioned = z.object({ version: z.number() });

function change(session: StoredSession, membership: Membership, { token, group }: PlaceChoice) {
  const { member } = session;
  return (version: number): Decided<Membership> => ({
    answer: membership,
    change: {
      writes: [
        {
          kind: "replace",
          item: sessionItem(token, { ...session, group }, version + 1),
          readVersion: version,
        },
      ],
      event: {
        name: "place-of-work-chosen",
        actor: { kind: "member", member, membership, grants: [] },
        subject: member,
        detail: { group },
      },
    },
  });
}

/**
 * Puts somebody to work in one of their places; choosing the same again changes nothing. The session keeps
 * its secret and its end, and one that was closed meanwhile stays closed.
 */
export const choosePlace =
  ({ table }: Pick<SignInDeps, "table">) =>
  (
    scope: Scope,
    choice: PlaceChoice,
  ): Promise<Result<Membership, PlaceRefusal | CommitRefusal>> => {
    const { region, token, group } = choice;
    return decideAndCommit<Membership, PlaceRefusal>(table.within(scope), {
      reads: [sessionKey(token)],
      decide: ([row]) => {
        if (!row) return refuse({ kind: "signed-out" });
        const session = sessionFrom(row);
        const membership = session.groups.includes(group)
          ? membershipOfGroup(region, group)
          : undefined;
        if (!membership) return refuse({ kind: "place-unknown" });
        if (session.group === group) return accept({ answer: membership });
        return accept(change(session, membership, choice)(z.parse(Versioned, row).version));
      },
      parseAnswer: () => {
        throw new Error("a choice of place carries no idempotency key");
      },
    });
  };
