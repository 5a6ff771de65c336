export * from "./domain-event.ts";
export * from "./stream.ts";
