import type { Actor } from "./actor.ts";
import { RULES } from "./policy.ts";
import type { Permission, Rule } from "./policy.ts";
import { scopeOf } from "./scope.ts";
import type { Resource, Scope } from "./scope.ts";

/** Why not; for the log and the audit, never for the reader's eye. */
export type DenialReason = "no-such-permission" | "actor-not-listed" | "other-kind-of-rows";

export type Decision =
  | { readonly allowed: true; readonly scope: Scope }
  | { readonly allowed: false; readonly reason: DenialReason };

const deny = (reason: DenialReason): Decision => ({ allowed: false, reason });

/**
 * Whether this actor may do this to this resource, and if so the scope that proves it.
 * Pure; everything that no rule allows is denied, with the reason.
 */
export function decide(actor: Actor, permission: Permission, resource: Resource): Decision {
  const rule: Rule | undefined = RULES.find((candidate) => candidate.permission === permission);
  if (!rule) return deny("no-such-permission");
  if (!rule.actors.includes(actor.kind)) return deny("actor-not-listed");
  if (rule.scope !== resource.kind) return deny("other-kind-of-rows");
  return { allowed: true, scope: scopeOf(resource) };
}

/** The scope of a job, or a fault: a job that its own rule denies is a mistake in the code. */
export function scopeForJob(actor: Actor, permission: Permission, resource: Resource): Scope {
  const decision = decide(actor, permission, resource);
  if (decision.allowed) return decision.scope;
  throw new Error(`the job may not ${permission}: ${decision.reason}`);
}
