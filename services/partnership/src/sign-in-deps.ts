import type { SessionStore } from "@digihulp/access/session";
import type { Table } from "@digihulp/store";
import type { Issuer } from "./sign-in/issuer.ts";

/** What signing in, signing out and choosing a place of work need. */
export type SignInDeps = {
  /** The partnership's table, of which only session rows are in reach. */
  readonly table: Table;
  readonly sessions: SessionStore;
  readonly issuer: Issuer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};
