import { beforeAll, expect, it } from "vitest";
import { changed, type Change, production, resourcesOf } from "./fixture.ts";
import { at, type Json, type JsonObject, list, object, type Resource } from "./resources.ts";
import * as rights from "./rights.ts";
import * as wall from "./wall.ts";

let dev: Resource[];
let live: Resource[];

beforeAll(async () => {
  dev = await resourcesOf({});
  live = await resourcesOf(production);
});

const rules = { ...rights, ...wall };
type RuleName = keyof typeof rules;

it.each(Object.entries(rules))("%s", (_name, rule) => {
  expect(rule(dev)).toEqual([]);
  expect(rule(live)).toEqual([]);
});

const inline = (role: JsonObject, index = 0) =>
  object(at(role, "Policies", 0, "PolicyDocument", "Statement", index));
const attached = (policy: JsonObject, index = 0) =>
  object(at(policy, "PolicyDocument", "Statement", index));
const trust = (role: JsonObject) => object(at(role, "AssumeRolePolicyDocument", "Statement", 0));
const conditionOf = (from: JsonObject) => object(from["Condition"]);
const keys = (pattern: string): Json => ({ "dynamodb:LeadingKeys": [pattern] });
const arnOf = (id: string): Json => ({ "Fn::GetAtt": [id, "Arn"] });

const reader = "agenda/PublicReadRole";
const writer = "agenda/TenantWriteRole";
const webPolicy = "agenda/WebRoleDefaultPolicy";
const projectPolicy = "partnership/ProjectRoleDefaultPolicy";
const tenantWrite = arnOf("TenantWriteRole7E81F1C2");

const scans: [string, string, Change][] = [
  ["a data role", reader, (p) => list(inline(p)["Action"]).push("dynamodb:Scan")],
  ["any action on a table", reader, (p) => (inline(p)["Action"] = "dynamodb:*")],
  ["a wildcard that covers it", reader, (p) => (inline(p)["Action"] = "dynamodb:S*n")],
  ["any action at all", webPolicy, (p) => (attached(p)["Action"] = "*")],
  ["PartiQL", writer, (p) => (inline(p)["Action"] = ["dynamodb:PartiQLSelect"])],
  ["all but one action", reader, (p) => (inline(p)["NotAction"] = "dynamodb:DeleteTable")],
];

it.each(scans)("a scan by %s is caught", (_by, of, change) => {
  expect(rights.noScan(changed(live, of, change))).not.toEqual([]);
});

const breaches: [string, RuleName, string, Change][] = [
  [
    "a function that reads a table itself",
    "functionsHoldNoTableRight",
    webPolicy,
    (p) => (attached(p)["Action"] = "dynamodb:GetItem"),
  ],
  [
    "a function that is its own data role",
    "functionsHoldNoTableRight",
    reader,
    (p) => (object(trust(p)["Principal"])["Service"] = "lambda.amazonaws.com"),
  ],
  [
    "a projector that reads more than a stream",
    "functionsHoldNoTableRight",
    projectPolicy,
    (p) => (attached(p, 2)["Resource"] = arnOf("TableCD117FA1")),
  ],
  [
    "a right on everything",
    "noRightOnEverything",
    webPolicy,
    (p) => (attached(p)["Resource"] = "*"),
  ],
  [
    "rights that AWS may change",
    "noManagedPolicy",
    "agenda/WebRole",
    (p) => (p["ManagedPolicyArns"] = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]),
  ],
  [
    "a data role without leading keys",
    "dataRolesReachOneScope",
    reader,
    (p) => delete conditionOf(inline(p))["ForAllValues:StringLike"],
  ],
  [
    "a data role without the guard on requests that have no keys",
    "dataRolesReachOneScope",
    reader,
    (p) => delete conditionOf(inline(p))["Null"],
  ],
  [
    "deinze that reads deinze-zuid",
    "dataRolesReachOneScope",
    reader,
    (p) => (conditionOf(inline(p))["ForAllValues:StringLike"] = keys("${aws:PrincipalTag/scope}*")),
  ],
  [
    "an index without its keys",
    "dataRolesReachOneScope",
    reader,
    (p) => delete inline(p, 1)["Condition"],
  ],
  [
    "a data role that changes the table",
    "dataRolesReachOneScope",
    writer,
    (p) => list(inline(p)["Action"]).push("dynamodb:UpdateTable"),
  ],
  [
    "a data role on another service's table",
    "dataRolesReachOneScope",
    reader,
    (p) => (inline(p)["Resource"] = { "Fn::ImportValue": "digihulp-partnership:Table" }),
  ],
  [
    "a role for person cards that may ask for whole files",
    "dataRolesReachOneScope",
    "agenda/PeopleReadRole",
    (p) => delete conditionOf(inline(p))["StringEquals"],
  ],
  [
    "a role for person cards that sees more than the card",
    "dataRolesReachOneScope",
    "agenda/PeopleReadRole",
    (p) => delete conditionOf(inline(p))["ForAllValues:StringEquals"],
  ],
  [
    "a role for sessions that writes in another service's table",
    "dataRolesReachOneScope",
    "agenda/SessionReadRole",
    (p) => list(inline(p)["Action"]).push("dynamodb:PutItem"),
  ],
  [
    "a session with any tag",
    "dataRolesTrustOneTag",
    reader,
    (p) => delete conditionOf(trust(p))["ForAllValues:StringEquals"],
  ],
  [
    "a session without a tag",
    "dataRolesTrustOneTag",
    reader,
    (p) => delete conditionOf(trust(p))["Null"],
  ],
  [
    "a scope of any kind",
    "dataRolesTrustOneTag",
    writer,
    (p) => (conditionOf(trust(p))["StringLike"] = { "aws:RequestTag/scope": "*" }),
  ],
  [
    "a data role for anybody",
    "dataRolesTrustOneTag",
    reader,
    (p) => (trust(p)["Principal"] = { AWS: "*" }),
  ],
  [
    "a data role for a service of AWS",
    "dataRolesTrustOneTag",
    reader,
    (p) => (object(trust(p)["Principal"])["Service"] = "events.amazonaws.com"),
  ],
  [
    "a function that may assume a role it does not name",
    "functionsAssumeWhatTheyName",
    webPolicy,
    (p) => (attached(p, 1)["Resource"] = [attached(p, 1)["Resource"] ?? "", tenantWrite]),
  ],
  [
    "a function that names a role it may not assume",
    "functionsAssumeWhatTheyName",
    "agenda/WebFunction",
    (p) => (object(at(p, "Environment", "Variables"))["DATA_ROLE_REGION"] = tenantWrite),
  ],
];

it.each(breaches)("%s is caught", (_what, rule, ...[of, change]) => {
  expect(rules[rule](changed(live, of, change))).not.toEqual([]);
});
