import { isObject, type JsonObject } from "../../infra/local/json.ts";
import { statementsIn, type Change, type Found } from "../support/changed-assembly.ts";
import type { Templates } from "../support/changed-assembly.ts";

/** One line of the template taken away, and what somebody could then do. */
export type Control = {
  readonly without: string;
  readonly change: Change;
  readonly shows: RegExp;
  /** Nothing else may come open: the control shows that line and no other. */
  readonly only: RegExp;
};

/** The service whose rights are changed. */
export const CHANGED_SERVICE = "partnership";
const STACK = `digihulp-${CHANGED_SERVICE}`;
const LEADING = "ForAllValues:StringLike";
const isRole = "AWS::IAM::Role";

/** The role with which a municipality's own rows are written. */
const tenantsRole = (templates: Templates): Found =>
  templates.only(isRole, ({ stack, id }) => stack === STACK && id.startsWith("TenantWriteRole"));
const rights = (templates: Templates): JsonObject[] =>
  statementsIn(tenantsRole(templates).properties["Policies"]);
const trust = (templates: Templates): JsonObject[] =>
  statementsIn(tenantsRole(templates).properties["AssumeRolePolicyDocument"]);

function conditionOf(statement: JsonObject): JsonObject {
  const condition = statement["Condition"];
  if (!isObject(condition)) throw new Error("the statement has no condition");
  return condition;
}

function without(statement: JsonObject, operator: string): void {
  const condition = conditionOf(statement);
  if (condition[operator] === undefined) throw new Error(`the condition has no ${operator}`);
  delete condition[operator];
}

/** The role of a function that writes no tenant's rows, and what it may do by itself. */
const projectorsRole = (templates: Templates): Found =>
  templates.only(isRole, ({ stack, id }) => stack === STACK && /^ProjectRole[0-9A-F]+$/.test(id));
const projectorsRights = (templates: Templates): JsonObject[] =>
  statementsIn(
    templates.only(
      "AWS::IAM::Policy",
      ({ stack, id }) => stack === STACK && id.startsWith("ProjectRoleDefaultPolicy"),
    ).properties,
  );
const arnOf = ({ id }: Found): JsonObject => ({ "Fn::GetAtt": [id, "Arn"] });

const trustsTheProjector: Change = (templates) => {
  for (const statement of trust(templates)) {
    const principal = statement["Principal"];
    const named = isObject(principal) ? principal["AWS"] : undefined;
    if (!Array.isArray(named)) throw new Error("the role trusts nobody");
    named.push(arnOf(projectorsRole(templates)));
  }
};

export const CONTROLS: readonly Control[] = [
  {
    without: "the condition on leading keys",
    change: (templates) => {
      for (const statement of rights(templates)) without(statement, LEADING);
    },
    shows: /as leie-schelde\.deinze could read voorbeeldstreek\.deinze .* with GetItem$/,
    only: / as leie-schelde\.deinze could (read|write) /,
  },
  {
    without: "the # that closes a scope",
    change: (templates) => {
      const open = { "dynamodb:LeadingKeys": ["${aws:PrincipalTag/scope}*"] };
      for (const statement of rights(templates)) conditionOf(statement)[LEADING] = open;
    },
    shows: /as leie-schelde\.deinze could write leie-schelde\.deinze-zuid .* with PutItem$/,
    only: /could (read|write) leie-schelde\.deinze(-zuid|2) /,
  },
  {
    without: "the bounds of the tag's value",
    change: (templates) => {
      const any = { "aws:RequestTag/scope": "*" };
      for (const statement of trust(templates)) conditionOf(statement)["StringLike"] = any;
    },
    shows: /Onboard\w+ could become .*TenantWrite\w+ with scope=public$/,
    only: /could become .*TenantWrite\w+ with scope=/,
  },
  {
    without: "the bounds of the tag's name",
    change: (templates) => {
      for (const statement of trust(templates)) without(statement, "ForAllValues:StringEquals");
    },
    shows: /could become .*TenantWrite\w+ with scope=leie-schelde\.deinze and role=administrator$/,
    only: /could become .*TenantWrite\w+ with /,
  },
  {
    without: "the guard against requests without keys",
    change: (templates) => {
      for (const statement of rights(templates)) without(statement, "Null");
    },
    shows:
      /as leie-schelde\.deinze could read leie-schelde\.gavere .* with a Query in the old form$/,
    only: / with a Query in the old form$/,
  },
  {
    without: "the ban on Scan",
    change: (templates) => {
      for (const statement of rights(templates)) {
        const actions = statement["Action"];
        if (!Array.isArray(actions)) throw new Error("the statement lists no actions");
        actions.push("dynamodb:Scan");
      }
    },
    shows: /TenantWrite\w+ has the right dynamodb:Scan$/,
    only: /has the right dynamodb:Scan$/,
  },
  {
    without: "the empty hands of a function's own role",
    change: (templates) => {
      const [first] = projectorsRights(templates);
      if (!first) throw new Error("the role has no rights");
      Object.assign(first, { Action: ["dynamodb:GetItem"], Resource: "*" });
    },
    shows: /Project\w+ by itself could read public .* with GetItem$/,
    only: /Project\w+ by itself could read /,
  },
  {
    without: "a data role's distrust of other functions",
    change: trustsTheProjector,
    shows: /TenantWrite\w+ trusts digihulp-partnership-Project\w+$/,
    only: /TenantWrite\w+ trusts digihulp-partnership-Project\w+$/,
  },
  {
    without: "that distrust and the bounds of what the other function may assume",
    change: (templates) => {
      trustsTheProjector(templates);
      const assume = projectorsRights(templates).find(({ Action }) =>
        JSON.stringify(Action).includes("sts:AssumeRole"),
      );
      if (!assume) throw new Error("the role assumes nothing");
      assume["Resource"] = "*";
    },
    shows: /Project\w+ could become .*TenantWrite\w+ with scope=leie-schelde\.deinze$/,
    only: /TenantWrite\w+ trusts digihulp-partnership-Project|Project\w+ could become .*TenantWrite\w+ with scope=/,
  },
];
