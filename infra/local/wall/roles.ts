import {
  parseIdentityPolicy,
  parseTrustPolicy,
  type PolicyDocument,
  type Statement,
} from "./policy.ts";

/** A role of the template, every intrinsic resolved. */
export type RoleDefinition = { arn: string; trust: PolicyDocument; policies: PolicyDocument[] };

export type Role = {
  arn: string;
  account: string;
  name: string;
  identity: readonly Statement[];
  trust: readonly Statement[];
  /** Condition keys its own policies read; the others need not be worked out. */
  reads: ReadonlySet<string>;
};

function readRole(definition: RoleDefinition): Role {
  const [, account, path] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(definition.arn) ?? [];
  if (account === undefined || path === undefined) throw new Error("its ARN is no role's ARN");
  const identity = definition.policies.flatMap(parseIdentityPolicy);
  return {
    arn: definition.arn,
    account,
    name: path.slice(path.lastIndexOf("/") + 1),
    identity,
    trust: parseTrustPolicy(definition.trust),
    reads: new Set(identity.flatMap(({ conditions }) => conditions.map(({ key }) => key))),
  };
}

/** Compiles every role's policies, or says which role holds what the wall cannot decide. */
export function readRoles(definitions: readonly RoleDefinition[]): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const definition of definitions) {
    try {
      roles.set(definition.arn, readRole(definition));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The role ${definition.arn} cannot be enforced locally: ${reason}`, {
        cause,
      });
    }
  }
  return roles;
}
