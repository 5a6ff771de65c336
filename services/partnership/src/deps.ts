import type { Table } from "@digihulp/store";
import type { PublicDirectory } from "./store/directory.ts";
import type { Upcoming } from "./store/upcoming.ts";

/** Asks another service whether it answers; the answer is its HTTP status, 0 when there is none. */
export type AskService = (url: string) => Promise<number>;

/** What the pages and the API of the partnership need. */
export type PartnershipDeps = {
  readonly upcoming: Upcoming;
  readonly directory: PublicDirectory;
  readonly askService: AskService;
  /** The service's own table, for what a municipality does itself. */
  readonly table: Table;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};
