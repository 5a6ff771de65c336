export * from "./ended-process.ts";
export * from "./parallel.ts";
export * from "./test-table.ts";
