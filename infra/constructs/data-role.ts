import { CfnRole } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { ServiceFunction } from "./service-function.ts";

export type DataKind = "tenant" | "organisation" | "public" | "region" | "session" | "people";

export type DataRoleProps = {
  kind: DataKind;
  access: "read" | "write";
  tableArn: string;
  indexes?: string[];
  functions: ServiceFunction[];
};

const read = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"];
const write = [
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
];

const scopesOfKind = {
  tenant: ["StringLike", "*.*"],
  organisation: ["StringLike", "org-*"],
  public: ["StringEquals", "public"],
  region: ["StringLike", "region-*"],
  session: ["StringEquals", "session"],
  people: ["StringLike", "*.*"],
} as const satisfies Record<DataKind, readonly ["StringLike" | "StringEquals", string]>;

/** The wall: rights on the items of one scope, the scope being the only tag a session may carry. */
export class DataRole extends Construct {
  constructor(scope: Construct, id: string, props: DataRoleProps) {
    super(scope, id);
    const role = new CfnRole(this, "Role", {
      description: `${props.access}s the items of one ${props.kind} scope`,
      assumeRolePolicyDocument: document([trust(props)]),
      policies: [{ policyName: "items-of-the-scope", policyDocument: document(items(props)) }],
    });
    for (const caller of props.functions) {
      caller.allow(["sts:AssumeRole", "sts:TagSession"], role.attrArn);
      caller.lambda.addEnvironment(`DATA_ROLE_${props.kind.toUpperCase()}`, role.attrArn);
    }
  }
}

function trust({ kind, functions }: DataRoleProps) {
  const [operator, pattern] = scopesOfKind[kind];
  return {
    Effect: "Allow",
    Principal: { AWS: functions.map((caller) => caller.role.roleArn) },
    Action: ["sts:AssumeRole", "sts:TagSession"],
    Condition: {
      "ForAllValues:StringEquals": { "aws:TagKeys": ["scope"] },
      Null: { "aws:RequestTag/scope": "false" },
      [operator]: { "aws:RequestTag/scope": pattern },
    },
  };
}

/** Of a person, other services may read the card and nothing else, whatever they ask for. */
const cardAttributes = ["pk", "sk", "id", "name", "reach", "language"];

function cards(tableArn: string) {
  return {
    Effect: "Allow",
    Action: ["dynamodb:BatchGetItem"],
    Resource: [tableArn],
    Condition: {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["${aws:PrincipalTag/scope}#*"] },
      "ForAllValues:StringEquals": { "dynamodb:Attributes": cardAttributes },
      Null: { "dynamodb:LeadingKeys": "false" },
      StringEquals: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
    },
  };
}

function items({ kind, access, tableArn, indexes = [] }: DataRoleProps) {
  if (kind === "people") return [cards(tableArn)];
  const own = (Action: string[], Resource: string[]) => ({
    Effect: "Allow",
    Action,
    Resource,
    Condition: {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["${aws:PrincipalTag/scope}#*"] },
      // ForAllValues holds for a request without keys, such as a Scan: this guard does not.
      Null: { "dynamodb:LeadingKeys": "false" },
    },
  });
  const inTable = own(access === "write" ? [...read, ...write] : read, [tableArn]);
  if (indexes.length === 0) return [inTable];
  const arns = indexes.map((name) => `${tableArn}/index/${name}`);
  return [inTable, own(["dynamodb:Query"], arns)];
}

function document(Statement: object[]) {
  return { Version: "2012-10-17", Statement };
}
