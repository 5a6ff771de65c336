import { parseConditions, type Condition } from "./conditions.ts";
import type { Context } from "./context-keys.ts";
import { action, arn, type Pattern, type Test } from "./pattern.ts";
import { asList, field, isRecord, type Json } from "./shape.ts";

/** A policy as JSON, with every CloudFormation intrinsic already resolved. */
export type PolicyDocument = Readonly<Record<string, unknown>>;

export type Principal =
  | { kind: "role"; arn: string; account: string }
  | { kind: "service"; name: string };

export type Statement = {
  allows: boolean;
  concernsAction: Test;
  concernsResource: (resource: string, context: Context) => boolean;
  concernsPrincipal: (principal: Principal | undefined) => boolean;
  conditions: readonly Condition[];
};

const known = new Set([
  "Sid",
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "Principal",
  "Condition",
]);

function texts(name: string, value: unknown): string[] {
  const found = asList(value).filter((one) => typeof one === "string");
  if (found.length === 0 || found.length !== asList(value).length) {
    throw new Error(`${name} must be text or a list of texts`);
  }
  return found;
}

function actions(statement: Json): Test {
  const excludes = field(statement, "NotAction");
  const includes = field(statement, "Action");
  if ((excludes === undefined) === (includes === undefined)) {
    throw new Error("a statement needs either Action or NotAction");
  }
  const tests = texts("Action", includes ?? excludes).map(action);
  return (value) => tests.some((test) => test(value)) === (excludes === undefined);
}

function resources(statement: Json): Statement["concernsResource"] {
  const patterns: Pattern[] = texts("Resource", field(statement, "Resource")).map(arn);
  return (resource, context) => patterns.some((pattern) => pattern(context)(resource));
}

function awsPrincipal(text: string): (principal: Principal) => boolean {
  if (text === "*") return () => true;
  const account = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(text)?.[1];
  if (account !== undefined)
    return (caller) => caller.kind === "role" && caller.account === account;
  if (!/^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(text)) {
    throw new Error(`the principal ${text} is not supported`);
  }
  return (caller) => caller.kind === "role" && caller.arn === text;
}

function principals(value: unknown): Statement["concernsPrincipal"] {
  const record = value === "*" ? { AWS: "*" } : value;
  if (!isRecord(record)) throw new Error("Principal is no object");
  const tests = Object.entries(record).flatMap(([kind, names]) => {
    if (kind === "AWS") return texts("Principal", names).map(awsPrincipal);
    if (kind === "Federated") return [() => false];
    if (kind !== "Service") throw new Error(`the principal kind ${kind} is not supported`);
    return texts("Principal", names).map(
      (name) => (caller: Principal) => caller.kind === "service" && caller.name === name,
    );
  });
  return (caller) => caller !== undefined && tests.some((test) => test(caller));
}

/** The wall speaks for DynamoDB and STS; conditions on other services' actions are not its own. */
function isRelevant(statement: Json): boolean {
  if (field(statement, "NotAction") !== undefined) return true;
  return texts("Action", field(statement, "Action")).some((name) =>
    /^(\*$|dynamodb:|sts:)/i.test(name),
  );
}

function parseStatement(statement: unknown, isTrust: boolean): Statement[] {
  if (!isRecord(statement)) throw new Error("a statement is no object");
  const strange = Object.keys(statement).find((name) => !known.has(name));
  if (strange !== undefined) throw new Error(`the statement element ${strange} is not supported`);
  const effect = field(statement, "Effect");
  if (effect !== "Allow" && effect !== "Deny") throw new Error("Effect is neither Allow nor Deny");
  if ((field(statement, "Principal") !== undefined) !== isTrust) {
    throw new Error("a trust policy names a Principal, an identity policy does not");
  }
  if (!isRelevant(statement)) return [];
  const parsed: Statement = {
    allows: effect === "Allow",
    concernsAction: actions(statement),
    concernsResource: isTrust ? () => true : resources(statement),
    concernsPrincipal: isTrust ? principals(field(statement, "Principal")) : () => true,
    conditions: parseConditions(field(statement, "Condition")),
  };
  return [parsed];
}

function parse(document: PolicyDocument, isTrust: boolean): Statement[] {
  if (field(document, "Version") !== "2012-10-17") {
    throw new Error("only policies of version 2012-10-17 know policy variables");
  }
  return asList(field(document, "Statement")).flatMap((one) => parseStatement(one, isTrust));
}

/** Reads a role's own policy; throws on everything the wall cannot decide exactly. */
export const parseIdentityPolicy = (document: PolicyDocument): Statement[] =>
  parse(document, false);

/** Reads a role's trust policy; throws on everything the wall cannot decide exactly. */
export const parseTrustPolicy = (document: PolicyDocument): Statement[] => parse(document, true);
