export * from "./check.ts";
export * from "./definition.ts";
export * from "./regions.ts";
export * from "./slug.ts";
