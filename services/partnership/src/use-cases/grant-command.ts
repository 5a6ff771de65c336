import type { Actor } from "@digihulp/access";
import type { CalendarDate } from "@digihulp/kernel";
import type { Item, Table, Write } from "@digihulp/store";
import * as z from "zod/mini";
import type { Grant } from "../domain/grant.ts";
import { grantItem, listItem, StoredGrant } from "../store/grant-rows.ts";
import type { GrantList } from "../store/grant-rows.ts";

export type GrantDeps = { readonly table: Table; readonly now: () => number };

/** Who asks, on what day, and under which key a repetition is known. */
export type Asked = {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly idempotencyKey?: string | undefined;
};

/** The change that puts a grant where it belongs, in its own row and in the list; `version` it will have. */
export function grantChange(
  name: "grant-given" | "grant-ended",
  { grant, version, list }: { grant: Grant; version: number; list: GrantList },
  actor: Actor,
) {
  const { id, organisation, from, until } = grant;
  const grants = [...list.grants.filter((other) => other.id !== id), grant];
  const put = (item: Item, readVersion: number): Write =>
    readVersion === 0 ? { kind: "create", item } : { kind: "replace", item, readVersion };
  const municipality =
    "membership" in actor && "municipality" in actor.membership
      ? actor.membership.municipality
      : undefined;
  return {
    writes: [
      put(grantItem(grant, version), version - 1),
      put(listItem(grants, list.version + 1), list.version),
    ],
    event: {
      name,
      actor,
      subject: id,
      detail: { organisation, municipality, from, until, version },
    },
  };
}

export const parseGrant = (stored: unknown): Grant => z.parse(StoredGrant, stored);
