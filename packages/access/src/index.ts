export * from "./actor.ts";
export type { Condition, Facts } from "./condition.ts";
export * from "./decide.ts";
export * from "./identity.ts";
export * from "./policy.ts";
export { isScope, SCOPE_KINDS } from "./scope.ts";
export type { Resource, Scope, ScopeKind } from "./scope.ts";
