export * from "./parallel.ts";
export * from "./test-table.ts";
