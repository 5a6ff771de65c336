import type { Grant, Scope } from "@digihulp/access";
import { grantsItem } from "@digihulp/access/session";
import type { CalendarDate } from "@digihulp/kernel";
import { isCalendarDate } from "@digihulp/kernel";
import type { OrganisationId, TenantId } from "@digihulp/region";
import type { Item, Table } from "@digihulp/store";
import * as z from "zod/mini";

const isText = (value: unknown): value is string => typeof value === "string";
const date = z.custom<CalendarDate>(isCalendarDate);

const Known = z.object({
  id: z.string(),
  tenant: z.custom<TenantId>(isText),
  organisation: z.custom<OrganisationId>(isText),
  from: date,
  until: z.nullable(date),
  isEnded: z.boolean(),
  version: z.number(),
});

/** One grant of an organisation as the projection knows it; an ended one stays, so that it stays ended. */
export type KnownGrant = z.infer<typeof Known>;

const partition = (organisation: string): readonly string[] => ["granted", organisation];

const knownItem = ({ version, ...grant }: KnownGrant): Item => ({
  key: { partition: partition(grant.organisation), sort: grant.id },
  type: "granted",
  version,
  attributes: grant,
});

export type OrganisationGrants = {
  /** Notes a grant, unless something newer is known of it. */
  readonly note: (scope: Scope, grant: KnownGrant) => Promise<void>;
  /** Puts the list together that every request of the organisation's people reads. */
  readonly assemble: (scope: Scope, organisation: OrganisationId) => Promise<void>;
};

async function allKnown(table: Table, scope: Scope, organisation: string): Promise<KnownGrant[]> {
  const found: KnownGrant[] = [];
  let after: Parameters<ReturnType<Table["within"]>["query"]>[0]["after"];
  do {
    const page = await table
      .within(scope)
      .query({ partition: partition(organisation), ...(after ? { after } : {}) });
    found.push(...page.rows.map((row) => z.parse(Known, row)));
    ({ after } = page);
  } while (after);
  return found;
}

const plain = ({ id, tenant, organisation, from, until }: KnownGrant): Grant => ({
  id,
  tenant,
  organisation,
  from,
  until,
});

/** The grants of organisations over all municipalities, in session rows. */
export const organisationGrants = (table: Table): OrganisationGrants => ({
  note: (scope, grant) => table.within(scope).putNewer(knownItem(grant)),
  assemble: async (scope, organisation) => {
    const known = await allKnown(table, scope, organisation);
    // Versions only grow, so a list put together from more of them has a higher sum and wins.
    const version = known.reduce((sum, grant) => sum + grant.version, 0);
    const open = known.filter(({ isEnded }) => !isEnded).map(plain);
    await table.within(scope).putNewer(grantsItem(organisation, open, version));
  },
});
