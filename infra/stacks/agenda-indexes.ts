import type { TableIndex } from "../constructs/service-table.ts";

const publicAttributes = [
  "id",
  "series",
  "digiclub",
  "municipality",
  "date",
  "from",
  "until",
  "kind",
  "title",
  "about",
  "bring",
  "room",
  "themes",
  "state",
  "version",
  "changedAt",
  "sequence",
  "isWeekly",
];

export const agendaIndexes: TableIndex[] = [
  { name: "byMonth", partition: "gpk", sort: "gsk" },
  { name: "publicByMonth", partition: "ppk", sort: "psk", only: publicAttributes },
  { name: "publicById", partition: "pid", only: publicAttributes },
];
