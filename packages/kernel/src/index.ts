export * from "./brand.ts";
export * from "./brussels.ts";
export * from "./calendar-date.ts";
export * from "./id.ts";
export * from "./language.ts";
export * from "./result.ts";
