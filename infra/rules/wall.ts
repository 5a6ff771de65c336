import {
  at,
  flat,
  list,
  name,
  object,
  ofType,
  type Resource,
  same,
  target,
  text,
} from "./resources.ts";
import { functionRoles, type Statement, statements, trust } from "./statements.ts";

const itemActions = [
  "dynamodb:GetItem",
  "dynamodb:BatchGetItem",
  "dynamodb:Query",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:BatchWriteItem",
];
const scopes = [
  { StringLike: { "aws:RequestTag/scope": "*.*" } },
  { StringLike: { "aws:RequestTag/scope": "org-*" } },
  { StringEquals: { "aws:RequestTag/scope": "public" } },
  { StringLike: { "aws:RequestTag/scope": "region-*" } },
  { StringEquals: { "aws:RequestTag/scope": "session" } },
];
const onlyTheScope = {
  "ForAllValues:StringEquals": { "aws:TagKeys": ["scope"] },
  Null: { "aws:RequestTag/scope": "false" },
};
const onlyItsKeys = {
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["${aws:PrincipalTag/scope}#*"] },
  Null: { "dynamodb:LeadingKeys": "false" },
};

// What one service may read of another: sessions as they are, and of people the card alone.
const cardsOnly = {
  ...onlyItsKeys,
  "ForAllValues:StringEquals": {
    "dynamodb:Attributes": ["pk", "sk", "id", "name", "reach", "language"],
  },
  StringEquals: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
};
const elsewhere = [
  { role: /^SessionRead/, table: /:table\/digihulp-[a-z]+-partnership$/, condition: onlyItsKeys },
  { role: /^PeopleRead/, table: /:table\/digihulp-[a-z]+-registration$/, condition: cardsOnly },
];
const writes = /(Put|Update|Delete|Write|Check)/;

/** A data role reaches listed actions on the items of its session's scope, in its own service's table. */
export function dataRolesReachOneScope(resources: Resource[]): string[] {
  const tables = new Set(ofType(resources, "AWS::DynamoDB::GlobalTable").map(name));
  return dataStatements(resources).flatMap((statement) => {
    const { where, actions, condition, stack } = statement;
    const isOwn = statement.resources.every((arn) => tables.has(`${stack}/${tableOf(arn)}`));
    const known = elsewhere.find(
      ({ role, table }) =>
        role.test(statement.role ?? "") &&
        statement.resources.every((arn) => table.test(flat(arn))),
    );
    const expected = isOwn ? onlyItsKeys : known?.condition;
    return [
      ...actions
        .filter((action) => !itemActions.includes(action) || (!isOwn && writes.test(action)))
        .map((action) => `${where} lists ${action}`),
      ...(canonical(condition) === canonical(expected ?? onlyItsKeys)
        ? []
        : [`${where} reaches other scopes`]),
      ...(expected ? [] : [`${where} reaches beyond the table of its service`]),
    ];
  });
}

/** It trusts named functions of its own service, one tag, and the values of one kind of scope. */
export function dataRolesTrustOneTag(resources: Resource[]): string[] {
  const callers = new Set(functionRoles(resources).map(name));
  const allowed = scopes.map((scope) => canonical({ ...onlyTheScope, ...scope }));
  return dataRoles(resources).flatMap((role) =>
    trust(role).flatMap(({ raw, condition, where }) => [
      ...(allowed.includes(canonical(condition)) ? [] : [`${where} trusts other tags`]),
      ...(same(Object.keys(object(at(raw, "Principal"))), ["AWS"])
        ? []
        : [`${where} trusts a service`]),
      ...list(at(raw, "Principal", "AWS"))
        .filter((arn) => !callers.has(`${role.stack}/${target(arn)}`))
        .map((arn) => `${where} trusts ${JSON.stringify(arn)}`),
    ]),
  );
}

/** Each DATA_ROLE_* of a function is a data role that trusts it and that it may assume, and it may assume no other. */
export function functionsAssumeWhatTheyName(resources: Resource[]): string[] {
  return ofType(resources, "AWS::Lambda::Function").flatMap((lambda) => {
    const role = target(lambda.properties["Role"]) ?? "";
    const named = Object.entries(object(at(lambda.properties, "Environment", "Variables")))
      .filter(([key]) => key.startsWith("DATA_ROLE_"))
      .map(([, arn]) => target(arn));
    const own = statements(resources).filter(
      (each) => each.stack === lambda.stack && each.role === role,
    );
    const assumed = own
      .filter(({ actions }) => actions.some((action) => action.startsWith("sts:")))
      .flatMap((each) => each.resources.map(target));
    const trusting = dataRoles(resources)
      .filter((each) => each.stack === lambda.stack)
      .filter((each) => trust(each).some(({ raw }) => trusts(raw, role)))
      .map((each) => each.id);
    const [one, two, three] = [named, assumed, trusting].map((ids) => ids.toSorted().join(", "));
    if (one === two && two === three) return [];
    return [`${name(lambda)} names [${one}], may assume [${two}], is trusted by [${three}]`];
  });
}

function dataStatements(resources: Resource[]): Statement[] {
  const functions = new Set(functionRoles(resources).map(name));
  return statements(resources).filter(
    ({ stack, role, actions }) =>
      actions.some((action) => action.startsWith("dynamodb:")) &&
      !functions.has(`${stack}/${role}`),
  );
}

function dataRoles(resources: Resource[]): Resource[] {
  const ids = new Set(dataStatements(resources).map(({ stack, role }) => `${stack}/${role}`));
  return ofType(resources, "AWS::IAM::Role").filter((role) => ids.has(name(role)));
}

function tableOf(arn: Parameters<typeof target>[0]): string | undefined {
  const [table, path] = list(at(arn, "Fn::Join", 1));
  if (table === undefined) return target(arn);
  return text(path).startsWith("/index/") ? target(table) : undefined;
}

function trusts(raw: Statement["raw"], role: string): boolean {
  return list(at(raw, "Principal", "AWS")).some((arn) => target(arn) === role);
}

function canonical(condition: object): string {
  return JSON.stringify(Object.entries(condition).toSorted(([one], [two]) => (one < two ? -1 : 1)));
}
