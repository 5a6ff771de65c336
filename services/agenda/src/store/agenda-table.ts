import type { TableDefinition } from "@digihulp/store";

/** The agenda's table. Public indexes project public attributes only; the template lists them. */
export const agendaTable = (name: string): TableDefinition => ({
  name,
  indexes: {
    byMonth: { partition: "gpk", sort: "gsk", reach: "own" },
    publicByMonth: { partition: "ppk", sort: "psk", reach: "public" },
    publicById: { partition: "pid", reach: "public" },
  },
});
