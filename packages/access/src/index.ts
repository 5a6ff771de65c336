export * from "./actor.ts";
export * from "./decide.ts";
export * from "./policy.ts";
export { isScope, SCOPE_KINDS } from "./scope.ts";
export type { Resource, Scope, ScopeKind } from "./scope.ts";
