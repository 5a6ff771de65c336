import { expect, it } from "vitest";
import { Fields, TemplateError, type JsonObject } from "../json.ts";
import type { Resource } from "../template/template.ts";
import { readIdentity } from "./definition.ts";

const stack = {
  name: "sample",
  account: "111111111111",
  region: "eu-central-1",
  resources: new Map(),
  outputs: {},
  parameters: {},
};

const resource = (type: string, id: string, properties: JsonObject): Resource => ({
  name: id,
  type: `AWS::Cognito::${type}`,
  stack,
  id,
  reference: id,
  properties: new Fields(properties, id),
});

const validity = {
  AccessTokenValidity: 5,
  IdTokenValidity: 1,
  TokenValidityUnits: { AccessToken: "minutes", IdToken: "hours" },
};
const pool = resource("UserPool", "eu-central-1_sample", {});
const group = resource("UserPoolGroup", "admin", {
  GroupName: "admin-deinze",
  Description: "Beheerder van Deinze",
});
const site = resource("UserPoolClient", "portaal", {
  ...validity,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid"],
  CallbackURLs: ["https://site.example/aanmelden/terug"],
  LogoutURLs: ["https://site.example/"],
  GenerateSecret: false,
});
const program = (more: JsonObject = {}) =>
  resource("UserPoolClient", "vdab", {
    ...validity,
    AllowedOAuthFlows: ["client_credentials"],
    AllowedOAuthScopes: ["organisation/vdab"],
    GenerateSecret: true,
    ...more,
  });

const read = (...all: Resource[]) =>
  readIdentity({
    region: "eu-central-1",
    resources: (type) => all.filter((one) => one.type === type),
  });

it("the user pool of a template is its groups, its site and its programs", () => {
  expect(read(pool, group, site, program())).toEqual({
    issuer: "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_sample",
    personas: [{ id: "admin-deinze", label: "Beheerder van Deinze" }],
    sites: [
      {
        id: "portaal",
        scopes: ["openid"],
        callbacks: ["https://site.example/aanmelden/terug"],
        logouts: ["https://site.example/"],
        accessSeconds: 300,
        idSeconds: 3600,
      },
    ],
    programs: [{ id: "vdab", scope: "organisation/vdab", accessSeconds: 300 }],
  });
});

it("a template without a user pool has nobody to sign in", () => {
  expect(read()).toBeUndefined();
});

it.each<[string, JsonObject]>([
  ["a second scope", { AllowedOAuthScopes: ["organisation/vdab", "municipality/deinze"] }],
  ["no scope", { AllowedOAuthScopes: [] }],
  ["no secret", { GenerateSecret: false }],
  ["two flows", { AllowedOAuthFlows: ["code", "client_credentials"] }],
  ["the implicit flow", { AllowedOAuthFlows: ["implicit"] }],
  ["a unit that is none", { TokenValidityUnits: { AccessToken: "weeks" } }],
  ["a property that would be ignored here", { RefreshTokenRotation: { Feature: "ENABLED" } }],
])("a program with %s is refused by name", (_what, more) => {
  expect(() => read(pool, program(more))).toThrow(TemplateError);
  expect(() => read(pool, program(more))).toThrow(/^vdab/);
});

it("two user pools are refused", () => {
  expect(() => read(pool, pool)).toThrow("more than one user pool");
});
