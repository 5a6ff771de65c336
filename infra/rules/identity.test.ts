import { join } from "node:path";
import { App } from "aws-cdk-lib/core";
import { beforeAll, describe, expect, it } from "vitest";
import { ServiceStack, type ServiceStackProps } from "../constructs/service-stack.ts";
import { application } from "../synthesize.ts";
import { EdgeStack } from "../stacks/edge-stack.ts";
import { IdentityStack } from "../stacks/identity-stack.ts";
import { stageFrom } from "../stages.ts";
import { builtFolder, changed, type Change, production, resourcesOf } from "./fixture.ts";
import * as identity from "./identity.ts";
import { at, flat, type JsonObject, object, readResources, type Resource } from "./resources.ts";

let dev: Resource[];
let live: Resource[];

beforeAll(async () => {
  dev = await resourcesOf({});
  live = await resourcesOf(production);
});

const { directoriesAreClosed, ...rules } = identity;
type RuleName = keyof typeof rules;

it.each(Object.entries(rules))("%s", (_name, rule) => {
  expect(rule(dev)).toEqual([]);
  expect(rule(live)).toEqual([]);
});

it("people are enrolled, and sign in without a password where data is kept", () => {
  expect(directoriesAreClosed({ keptToo: false })(dev)).toEqual([]);
  expect(directoriesAreClosed({ keptToo: true })(live)).toEqual([]);
});

const site = "identity/SiteClient";
const program = "identity/Programsvdab";

const breaches: [string, RuleName, string, Change][] = [
  [
    "a program with a second scope",
    "programsHaveOneScope",
    program,
    (p) => (p["AllowedOAuthScopes"] = ["organisation/vdab", "municipality/deinze"]),
  ],
  [
    "a program with the scope of another",
    "programsHaveOneScope",
    program,
    (p) => (p["AllowedOAuthScopes"] = ["municipality/deinze"]),
  ],
  [
    "a scope that no resource server defines",
    "programsHaveOneScope",
    "identity/DirectoryPoolorganisation",
    (p) => (p["Scopes"] = []),
  ],
  [
    "a program that people sign in with",
    "programsHaveOneScope",
    program,
    (p) => (p["AllowedOAuthFlows"] = ["client_credentials", "code"]),
  ],
  [
    "a program without a secret",
    "programsHaveOneScope",
    program,
    (p) => (p["GenerateSecret"] = false),
  ],
  [
    "a portal that reads mail addresses",
    "sitesSignInByCode",
    site,
    (p) => (p["AllowedOAuthScopes"] = ["openid", "email"]),
  ],
  [
    "a portal that may read every attribute",
    "sitesSignInByCode",
    site,
    (p) => delete p["ReadAttributes"],
  ],
  [
    "tokens in the address bar",
    "sitesSignInByCode",
    site,
    (p) => (p["AllowedOAuthFlows"] = ["code", "implicit"]),
  ],
  ["a secret of the portal", "sitesSignInByCode", site, (p) => (p["GenerateSecret"] = true)],
  [
    "a code over plain HTTP",
    "sitesSignInByCode",
    site,
    (p) => (p["CallbackURLs"] = ["http://portaal.example/aanmelden/terug"]),
  ],
  [
    "a code to wherever",
    "sitesSignInByCode",
    site,
    (p) => (p["CallbackURLs"] = ["https://*.example/aanmelden/terug"]),
  ],
  [
    "a password",
    "clientsTakeNoPasswords",
    site,
    (p) => (p["ExplicitAuthFlows"] = ["ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH"]),
  ],
  [
    "the ways of Cognito's own choice",
    "clientsTakeNoPasswords",
    program,
    (p) => delete p["ExplicitAuthFlows"],
  ],
  [
    "a client called as another",
    "clientsHaveNamesOfTheirOwn",
    site,
    (p) => (p["ClientName"] = "vdab"),
  ],
  [
    "an issuer over plain HTTP in a setting",
    "issuersAreEncrypted",
    "agenda/WebFunction",
    (p) =>
      (object(at(p, "Environment", "Variables"))["ISSUER"] = {
        "Fn::Join": ["", ["http://", { Ref: "Pool" }]],
      }),
  ],
  [
    "an issuer over plain HTTP in an authorizer",
    "issuersAreEncrypted",
    "agenda/WebDoorsAgendaProxy",
    (p) => (p["JwtConfiguration"] = [{ Issuer: "http://issuer.example" }]),
  ],
];

it.each(breaches)("%s is caught", (_what, rule, ...[of, change]) => {
  expect(rules[rule](changed(live, of, change))).toHaveLength(1);
});

const policies = (p: JsonObject) => object(at(p, "Policies", "SignInPolicy"));
const openings: [string, Change][] = [
  ["anybody enrols", (p) => delete p["AdminCreateUserConfig"]],
  [
    "people set a password",
    (p) =>
      (p["AccountRecoverySetting"] = {
        RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }],
      }),
  ],
  ["a found passkey is enough", (p) => (p["WebAuthnUserVerification"] = "preferred")],
  ["one call deletes everybody", (p) => (p["DeletionProtection"] = "INACTIVE")],
  ["codes are not mailed", (p) => (policies(p)["AllowedFirstAuthFactors"] = ["PASSWORD"])],
];

it.each(openings)("a directory where %s is caught", (_what, change) => {
  const rule = directoriesAreClosed({ keptToo: true });
  expect(rule(changed(live, "identity/DirectoryPool", change))).toHaveLength(1);
});

class Believer extends ServiceStack {
  constructor(scope: App, props: ServiceStackProps) {
    super(scope, "agenda", props);
    this.trustsIdentity(this.lambda("web", { errorImpact: "Nobody can sign in to this test." }));
  }
}

describe("a function that trusts the identity provider", () => {
  it("knows its issuer and the client of the portal", () => {
    using built = builtFolder();
    const outdir = join(built.folder, "out");
    const app = new App({
      outdir,
      context: { regionId: "leie-schelde" },
      builtinCloudFormationValidation: false,
      analyticsReporting: false,
    });
    const stage = stageFrom((key) => app.node.tryGetContext(key));
    const { dist } = built;
    const { edge } = new EdgeStack(app, "digihulp-edge", { stage, dist });
    const { identity } = new IdentityStack(app, "digihulp-identity", { stage, edge, dist });
    expect(new Believer(app, { stage, edge, identity, dist })).toBeDefined();
    app.synth();
    const resources = readResources(outdir);
    const web = resources.find(({ id }) => id.startsWith("WebFunction"));
    const variables = at(web?.properties, "Environment", "Variables");
    expect(flat(at(variables, "ISSUER"))).toBe(
      "https://cognito-idp.eu-central-1.amazonaws.com/...",
    );
    expect(at(variables, "SITE_CLIENT_ID", "Fn::ImportValue")).toMatch(
      /^digihulp-identity:.*SiteClient/,
    );
    expect(rules.issuersAreEncrypted(resources)).toEqual([]);
  });
});

describe("a synthesis refuses", () => {
  const app = async (context: Record<string, string>) => {
    using built = builtFolder();
    return application(join(built.folder, "out"), { validate: false, dist: built.dist, context });
  };

  it("to keep data without a domain to mail codes from", async () => {
    const { stage, account } = production;
    await expect(app({ stage, account })).rejects.toThrow("production needs a domain");
  });

  it("a region that no code knows", async () => {
    await expect(app({ regionId: "elders" })).rejects.toThrow("No region is called elders");
  });
});
