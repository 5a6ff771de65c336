import type { CalendarDate } from "@digihulp/kernel";
import { isCalendarDate, isId } from "@digihulp/kernel";
import type { OrganisationId } from "@digihulp/region";
import type { Attributes, Item, Key, Table } from "@digihulp/store";
import type { Scope } from "@digihulp/access";
import * as z from "zod/mini";
import type { Grant, GrantId } from "../domain/grant.ts";

const isText = (value: unknown): value is OrganisationId => typeof value === "string";
const date = z.custom<CalendarDate>(isCalendarDate);

export const StoredGrant = z.object({
  id: z.custom<GrantId>(isId("grant")),
  organisation: z.custom<OrganisationId>(isText),
  from: date,
  until: z.nullable(date),
  endedOn: z.nullable(date),
});

const StoredList = z.object({ version: z.number(), grants: z.array(StoredGrant) });
const Versioned = z.extend(StoredGrant, { version: z.number() });

/** The grants that a municipality gave, as one row: it guards against two that overlap. */
export type GrantList = z.infer<typeof StoredList>;

export const grantKey = (id: GrantId): Key => ({ partition: ["grant", id], sort: "grant" });
export const listKey: Key = { partition: ["grants"], sort: "grants" };

export const grantItem = (grant: Grant, version: number): Item => ({
  key: grantKey(grant.id),
  type: "grant",
  version,
  attributes: grant,
});

export const listItem = (grants: readonly Grant[], version: number): Item => ({
  key: listKey,
  type: "grant-list",
  version,
  attributes: { grants },
});

export const grantFrom = (row: Attributes) => {
  const { version, ...grant } = z.parse(Versioned, row);
  return { version, grant };
};

/** The list in a row; version 0 while nothing was ever given. */
export const listFrom = (row: Attributes | undefined): GrantList =>
  row ? z.parse(StoredList, row) : { version: 0, grants: [] };

export type TenantGrants = {
  /** Every grant that the municipality ever gave, the newest first. */
  readonly all: (scope: Scope) => Promise<Grant[]>;
};

/** A municipality's grants, in one read. */
export const tenantGrants = (table: Table): TenantGrants => ({
  all: async (scope) => {
    const [row] = await table.within(scope).load([listKey]);
    return listFrom(row).grants.toReversed();
  },
});
