import type { TableDefinition } from "@digihulp/store";

/** The registration's table. Both indexes hold a tenant's own rows; each projects what its list shows. */
export const registrationTable = (name: string): TableDefinition => ({
  name,
  indexes: {
    byName: { partition: "npk", sort: "nsk", reach: "own" },
    waiting: { partition: "wpk", sort: "wsk", reach: "own" },
  },
});
