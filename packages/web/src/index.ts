export * from "./api-answer.ts";
export * from "./environment.ts";
export * from "./http.ts";
export * from "./input.ts";
export * from "./problem.ts";
export * from "./route.ts";
export { makeSite } from "./dispatch.ts";
export type { Note, Site } from "./dispatch.ts";
export { noteTo, serve } from "./serve.ts";
