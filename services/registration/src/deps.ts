import type { PersonCards } from "@digihulp/people";
import type { Table } from "@digihulp/store";
import type { Referrals } from "./store/referrals.ts";
import type { Register } from "./store/register.ts";

/** What the pages and the API of the registration need. */
export type RegistrationDeps = {
  readonly table: Table;
  readonly register: Register;
  readonly referrals: Referrals;
  readonly cards: PersonCards;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};
