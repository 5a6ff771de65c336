import { isCalendarDate } from "@digihulp/kernel";
import type { CalendarDate } from "@digihulp/kernel";
import type { OrganisationId, RegionDefinition, TenantId } from "@digihulp/region";
import type { Attributes, Item, Key, Table } from "@digihulp/store";
import * as z from "zod/mini";
import type { Grant, MemberId } from "../actor.ts";
import { scopeForJob } from "../decide.ts";
import { job } from "../actor.ts";
import { LONGEST_HOURS, tokenHash } from "./cookies.ts";
import type { SessionCookie } from "./cookies.ts";

const isText = (value: unknown): value is string => typeof value === "string";

const StoredSession = z.object({
  member: z.custom<MemberId>(isText),
  /** Name to greet the person with; from the identity provider, gone with the session. */
  name: z.string(),
  /** Every group in which the person may work, as the identity provider said at the sign-in. */
  groups: z.array(z.string()),
  /** As what the person works now; absent until somebody in several groups chose. */
  group: z.optional(z.string()),
  startedAt: z.number(),
  /** Seals the time of the last request; never leaves the server. */
  sealKey: z.string(),
});
export type StoredSession = z.infer<typeof StoredSession>;

const StoredGrants = z.object({
  grants: z.array(
    z.object({
      id: z.string(),
      tenant: z.custom<TenantId>(isText),
      organisation: z.custom<OrganisationId>(isText),
      from: z.custom<CalendarDate>(isCalendarDate),
      until: z.nullable(z.custom<CalendarDate>(isCalendarDate)),
    }),
  ),
});

const HOUR = 3600;

/** Where a session stands: under the hash of its secret. */
export const sessionKey = (token: string): Key => ({
  partition: ["session", tokenHash(token)],
  sort: "session",
});

/** Where the grants of an organisation stand, of all tenants together. */
export const grantsKey = (organisation: string): Key => ({
  partition: ["grants", organisation],
  sort: "grants",
});

const grantsFrom = (row: Attributes | undefined): Grant[] =>
  row ? z.parse(StoredGrants, row).grants : [];

/** The row of a session; it counts as gone after a working day, whatever changes in it. */
export const sessionItem = (token: string, session: StoredSession, version = 1): Item => ({
  key: sessionKey(token),
  type: "session",
  version,
  attributes: session,
  expiresAt: Math.floor(session.startedAt / 1000) + LONGEST_HOURS * HOUR,
});

/** The session in a row; throws for a row that holds none. */
export const sessionFrom = (row: Attributes): StoredSession => z.parse(StoredSession, row);

/** The row with an organisation's grants, as every request of its people reads it. */
export const grantsItem = (
  organisation: string,
  grants: readonly Grant[],
  version: number,
): Item => ({
  key: grantsKey(organisation),
  type: "grants",
  version,
  attributes: { grants },
});

export type SignedIn = { readonly session: StoredSession; readonly grants: readonly Grant[] };

export type SessionStore = {
  /** The session and the grants of its organisation, in one read; undefined when there is none. */
  readonly find: (cookie: SessionCookie) => Promise<SignedIn | undefined>;
  readonly grantsOf: (organisation: string) => Promise<Grant[]>;
  readonly open: (token: string, session: StoredSession) => Promise<void>;
  readonly close: (token: string) => Promise<void>;
};

const sessionScope = (region: RegionDefinition) =>
  scopeForJob(job("session"), "session:keep", { kind: "session", region: region.id });

/** Sessions of one region, in the partnership's table. */
export function sessionStore(table: Table, region: RegionDefinition): SessionStore {
  const scoped = () => table.within(sessionScope(region));
  return {
    find: async ({ token, organisation }) => {
      const keys = [sessionKey(token), ...(organisation ? [grantsKey(organisation)] : [])];
      const [row, grants] = await scoped().load(keys);
      return row && { session: sessionFrom(row), grants: grantsFrom(grants) };
    },
    grantsOf: async (organisation) => {
      const [row] = await scoped().load([grantsKey(organisation)]);
      return grantsFrom(row);
    },
    open: (token, session) => scoped().putNewer(sessionItem(token, session)),
    close: (token) => scoped().remove(sessionKey(token)),
  };
}
