import { calendarDate } from "@digihulp/kernel";
import { whoIs } from "./actor.ts";
import type { Actor } from "./actor.ts";
import { CONDITIONS } from "./condition.ts";
import type { Condition, Facts } from "./condition.ts";
import { RULES } from "./policy.ts";
import type { Permission, Rule } from "./policy.ts";
import { scopeOf } from "./scope.ts";
import type { Resource, Scope } from "./scope.ts";

/** Why not; for the log and the audit, never for the reader's eye. */
export type DenialReason =
  | "no-such-permission"
  | "role-not-listed"
  | "other-kind-of-rows"
  | `not-${Condition}`;

export type Decision =
  | { readonly allowed: true; readonly scope: Scope }
  | { readonly allowed: false; readonly reason: DenialReason };

export type Question = {
  readonly permission: Permission;
  readonly resource: Resource;
  readonly facts: Facts;
};

const deny = (reason: DenialReason): Decision => ({ allowed: false, reason });

/**
 * Whether this actor may do this to this resource, and if so the scope that proves it.
 * Pure; everything that no rule allows is denied, with the reason.
 */
export function decide(actor: Actor, { permission, resource, facts }: Question): Decision {
  const rule: Rule | undefined = RULES.find((candidate) => candidate.permission === permission);
  if (!rule) return deny("no-such-permission");
  if (!rule.who.includes(whoIs(actor))) return deny("role-not-listed");
  if (rule.scope !== resource.kind) return deny("other-kind-of-rows");
  const broken = rule.when.find((name) => !CONDITIONS[name]({ actor, resource, facts }));
  return broken ? deny(`not-${broken}`) : { allowed: true, scope: scopeOf(resource) };
}

// A job's rules have no condition that looks at the day.
const ANY_DAY = { today: calendarDate("2000-01-01") };

/** The scope of a job, or a fault: a job that its own rule denies is a mistake in the code. */
export function scopeForJob(actor: Actor, permission: Permission, resource: Resource): Scope {
  const decision = decide(actor, { permission, resource, facts: ANY_DAY });
  if (decision.allowed) return decision.scope;
  throw new Error(`the job may not ${permission}: ${decision.reason}`);
}
