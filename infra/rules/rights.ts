import { at, list, name, ofType, type Resource, same, type Json } from "./resources.ts";
import { functionRoles, type Statement, statements } from "./statements.ts";

const forbidden = [
  "dynamodb:Scan",
  "dynamodb:PartiQLSelect",
  "dynamodb:PartiQLInsert",
  "dynamodb:PartiQLUpdate",
  "dynamodb:PartiQLDelete",
];
const streamActions = [
  "dynamodb:DescribeStream",
  "dynamodb:GetRecords",
  "dynamodb:GetShardIterator",
  "dynamodb:ListStreams",
];

/** LeadingKeys does not bind Scan, and PartiQL can hide one. */
export function noScan(resources: Resource[]): string[] {
  return statements(resources).flatMap((statement) => {
    if (!statement.allows) return [];
    if (at(statement.raw, "NotAction") !== undefined)
      return [`${statement.where} allows all but some actions`];
    return statement.actions
      .filter((action) => forbidden.some((each) => matches(action, each)))
      .map((action) => `${statement.where} allows ${action}`);
  });
}

/** Only a data role reads or writes a table; a projector's own role reads the stream it is fed by. */
export function functionsHoldNoTableRight(resources: Resource[]): string[] {
  const roles = new Set(functionRoles(resources).map(name));
  return statements(resources)
    .filter(({ stack, role, allows }) => allows && roles.has(`${stack}/${role}`))
    .flatMap((statement) =>
      statement.actions
        .filter((action) => /^(dynamodb:|\*)/i.test(action) && !readsStream(statement, action))
        .map((action) => `${statement.where} gives a function ${action}`),
    );
}

// AWS offers no narrower resource for these; there are none today.
const withoutResourceType: Record<string, string> = {};

export function noRightOnEverything(resources: Resource[]): string[] {
  return statements(resources)
    .filter(({ allows, raw, resources: on }) => {
      const everything = on.some((each) => same(each, "*")) || at(raw, "NotResource") !== undefined;
      return allows && everything;
    })
    .flatMap(({ where, actions }) =>
      actions
        .filter((action) => withoutResourceType[action] === undefined)
        .map((action) => `${where} allows ${action} on everything`),
    );
}

export function noManagedPolicy(resources: Resource[]): string[] {
  return ofType(resources, "AWS::IAM::Role").flatMap((role) =>
    list(role.properties["ManagedPolicyArns"]).map(
      (arn) => `${name(role)} takes ${JSON.stringify(arn)}, whose rights AWS may change`,
    ),
  );
}

function readsStream({ resources: on }: Statement, action: string): boolean {
  return streamActions.includes(action) && on.every(isStream);
}

function isStream(arn: Json): boolean {
  const exported = at(arn, "Fn::ImportValue");
  const own = at(arn, "Fn::GetAtt", 1);
  return own === "StreamArn" || (typeof exported === "string" && exported.includes("StreamArn"));
}

/** Whether an action of a policy, wildcards included, covers one action. */
function matches(pattern: string, action: string): boolean {
  const source = pattern
    .split("*")
    .map((part) => part.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("?", "."))
    .join(".*");
  return new RegExp(`^${source}$`, "i").test(action);
}
