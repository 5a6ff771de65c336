import { CfnRole } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { ServiceFunction } from "./service-function.ts";
import type { ServiceTable } from "./service-table.ts";

export type DataKind = "tenant" | "organisation" | "public" | "region" | "session";

export type DataRoleProps = {
  kind: DataKind;
  access: "read" | "write";
  table: ServiceTable;
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

function items({ access, table, indexes = [] }: DataRoleProps) {
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
  const inTable = own(access === "write" ? [...read, ...write] : read, [table.tableArn]);
  if (indexes.length === 0) return [inTable];
  const arns = indexes.map((name) => `${table.tableArn}/index/${name}`);
  return [inTable, own(["dynamodb:Query"], arns)];
}

function document(Statement: object[]) {
  return { Version: "2012-10-17", Statement };
}
