import type { TableIndex } from "../constructs/service-table.ts";

const publicAttributes = ["type", "id", "municipality", "name", "postcodes", "kind", "audience"];

export const partnershipIndexes: TableIndex[] = [
  { name: "publicDirectory", partition: "ppk", sort: "psk", only: publicAttributes },
];
