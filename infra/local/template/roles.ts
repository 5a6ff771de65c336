import { isObject, type JsonObject } from "../json.ts";
import type { Resource, Template } from "./template.ts";

export type RoleProperties = { arn: string; trust: JsonObject; policies: JsonObject[] };

/** Grants no more than writing log lines. */
const LOG_POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

function attachedTo(role: Resource, policies: Resource[]): JsonObject[] {
  return policies
    .filter((policy) => policy.properties.texts("Roles").includes(role.name))
    .map((policy) => policy.properties.fields("PolicyDocument").raw);
}

function managedPolicies(role: Resource, known: Resource[]): JsonObject[] {
  return role.properties.texts("ManagedPolicyArns").flatMap((arn) => {
    if (arn === LOG_POLICY) return [];
    const policy = known.find((candidate) => candidate.reference === arn);
    if (policy) return [policy.properties.fields("PolicyDocument").raw];
    return role.properties.fail("ManagedPolicyArns", `names ${arn}, whose rights are unknown here`);
  });
}

/** Roles of functions, and roles that other roles may assume; not those of other AWS services. */
function isTakenLocally(role: Resource): boolean {
  const statements = role.properties.fields("AssumeRolePolicyDocument").each("Statement");
  return statements.some(({ raw }) => {
    const principal = raw["Principal"];
    if (!isObject(principal)) return true;
    return "AWS" in principal || JSON.stringify(principal).includes("lambda.amazonaws.com");
  });
}

/** Every role with its trust policy and all policies attached to it, inline or by reference. */
export function readRoles(template: Template): RoleProperties[] {
  const policies = template.resources("AWS::IAM::Policy");
  const managed = template.resources("AWS::IAM::ManagedPolicy");
  const roles = template.resources("AWS::IAM::Role").filter(isTakenLocally);
  return roles.map((role) => ({
    arn: template.attribute(role, "Arn"),
    trust: role.properties.fields("AssumeRolePolicyDocument").raw,
    policies: [
      ...role.properties.each("Policies").map((policy) => policy.fields("PolicyDocument").raw),
      ...managedPolicies(role, managed),
      ...attachedTo(role, [...policies, ...managed]),
    ],
  }));
}
