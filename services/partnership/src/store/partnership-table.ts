import type { TableDefinition } from "@digihulp/store";

/** The partnership's table. The public index lists municipalities and Digiclubs for anyone. */
export const partnershipTable = (name: string): TableDefinition => ({
  name,
  indexes: { publicDirectory: { partition: "ppk", sort: "psk", reach: "public" } },
});
