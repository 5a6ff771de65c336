import type { RegionDefinition } from "@digihulp/region";
import { openSessions, openTable } from "@digihulp/store";
import type { DataRoles } from "@digihulp/store";
import { identifyWith } from "./identify.ts";
import type { Identify } from "./identify.ts";
import { sessionStore } from "./session-store.ts";
import { tokenVerifier } from "./token.ts";

export type MemberIdentity = {
  readonly region: RegionDefinition;
  /** The partnership's table; sessions stand in its session rows. */
  readonly sessionTable: string;
  readonly dataRoles: DataRoles;
  readonly issuer: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** How a service finds out who sends a request; throws when it is not told whose tokens to trust. */
export function memberIdentity(given: MemberIdentity): Identify {
  const { region, sessionTable, dataRoles, issuer, now } = given;
  if (!issuer) throw new Error("a service with members needs an issuer to trust");
  const sessions = openSessions(dataRoles.session ? { session: dataRoles.session } : {});
  const table = openTable({ definition: { name: sessionTable, indexes: {} }, sessions, now });
  return identifyWith({
    region,
    sessions: sessionStore(table, region),
    verifyToken: tokenVerifier(issuer, now),
    now,
  });
}
