import {
  at,
  type Json,
  type JsonObject,
  list,
  name,
  object,
  ofType,
  type Resource,
  target,
  text,
} from "./resources.ts";

export type Statement = {
  where: string;
  stack: string;
  role: string | undefined;
  allows: boolean;
  actions: string[];
  resources: Json[];
  condition: JsonObject;
  raw: Json;
};

/** Every statement of every identity policy, with the role that it gives rights to. */
export function statements(resources: Resource[]): Statement[] {
  return resources.flatMap((resource) => {
    if (resource.type === "AWS::IAM::Policy" || resource.type === "AWS::IAM::ManagedPolicy")
      return list(resource.properties["Roles"]).flatMap((role) =>
        read(resource, target(role), resource.properties["PolicyDocument"]),
      );
    if (resource.type === "AWS::IAM::Role")
      return list(resource.properties["Policies"]).flatMap((policy) =>
        read(resource, resource.id, at(policy, "PolicyDocument")),
      );
    return [];
  });
}

/** The statements that say who may assume a role. */
export function trust(role: Resource): Statement[] {
  return read(role, role.id, role.properties["AssumeRolePolicyDocument"]);
}

export function functionRoles(resources: Resource[]): Resource[] {
  return ofType(resources, "AWS::IAM::Role").filter((role) =>
    trust(role).some(({ raw }) => at(raw, "Principal", "Service") === "lambda.amazonaws.com"),
  );
}

function read(resource: Resource, role: string | undefined, document: Json | undefined) {
  return list(at(document, "Statement")).map((raw): Statement => ({
    where: name(resource),
    stack: resource.stack,
    role,
    allows: at(raw, "Effect") === "Allow",
    actions: list(at(raw, "Action")).map(text),
    resources: list(at(raw, "Resource")),
    condition: object(at(raw, "Condition")),
    raw,
  }));
}
