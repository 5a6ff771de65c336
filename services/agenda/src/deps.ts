import type { PublicAgenda } from "./store/public-agenda.ts";

/** What the pages and the API of the agenda need. */
export type AgendaDeps = { readonly agenda: PublicAgenda };
