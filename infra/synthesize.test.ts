import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { CfnQueue } from "aws-cdk-lib/aws-sqs";
import { Stack } from "aws-cdk-lib/core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { builtFolder, production } from "./rules/fixture.ts";
import { at, type Json, list, object, readResources, type Resource } from "./rules/resources.ts";
import { application, synthesize } from "./synthesize.ts";

const built = builtFolder();
const out = join(built.folder, "out");
let resources: Resource[];

beforeAll(async () => {
  vi.stubEnv("CDK_VALIDATION", "true");
  await synthesize(out, { validate: true, dist: built.dist, context: production });
  resources = readResources(out);
});

afterAll(() => {
  vi.unstubAllEnvs();
  built[Symbol.dispose]();
});

const json = (file: string): Json => JSON.parse(readFileSync(join(out, file), "utf8"));
const only = (type: string) => resources.find((each) => each.type === type)!.properties;

describe("validation", () => {
  it("by CloudFormation's rules and cdk-nag finds nothing, not even a warning", () => {
    expect(at(json("validation-report.json"), "pluginReports")).toEqual([]);
  });

  it("finds, in the smallest stage with a bad stack, what is bad and nothing else", async () => {
    const outdir = join(out, "../bad");
    const app = await application(outdir, { validate: true, dist: built.dist });
    const bad = new Stack(app, "bad");
    expect(new Bucket(bad, "OpenToPlainHttp")).toBeDefined();
    expect(new CfnQueue(bad, "Forgetful", { messageRetentionPeriod: 1 })).toBeDefined();
    expect(() => app.synth()).toThrow("AwsSolutions-S10");
    const reports = list(at(json("../bad/validation-report.json"), "pluginReports"));
    const found = reports.flatMap((report) => list(at(report, "violations")));
    const resources = found.map((each) => at(each, "violatingConstructs", 0, "constructPath"));
    expect(new Set(resources)).toEqual(new Set(["bad/OpenToPlainHttp/Resource", "bad/Forgetful"]));
    expect(found.map((each) => at(each, "description"))).toContainEqual(
      "MessageRetentionPeriod: 1 is less than the minimum of 60",
    );
  });
});

describe("the edge", () => {
  it("logs no address, browser, path or search words of a visitor", () => {
    const format = at(only("AWS::ApiGatewayV2::Stage"), "AccessLogSettings", "Format");
    expect(format).toContain("$context.routeKey");
    expect(format).not.toMatch(/sourceIp|userAgent|context\.path|querystring|header/i);
  });

  it("gives a cached page no cookie, so no answer in the cache is personal", () => {
    const site = only("AWS::CloudFront::Distribution");
    const cached = list(at(site, "DistributionConfig", "CacheBehaviors"));
    expect(cached.map((each) => at(each, "PathPattern"))).toContain("/agenda");
    for (const behaviour of cached) {
      expect(at(behaviour, "OriginRequestPolicyId")).toBeUndefined();
      expect(at(behaviour, "CachedMethods")).toBeUndefined();
    }
    const policy = at(only("AWS::CloudFront::CachePolicy"), "CachePolicyConfig");
    const passedOn = at(policy, "ParametersInCacheKeyAndForwardedToOrigin");
    expect(at(passedOn, "CookiesConfig")).toEqual({ CookieBehavior: "none" });
    expect(at(policy, "MaxTTL")).toBe(300);
  });

  it("sends the same security headers with every answer", () => {
    const site = at(only("AWS::CloudFront::Distribution"), "DistributionConfig");
    const behaviours = [at(site, "DefaultCacheBehavior"), ...list(at(site, "CacheBehaviors"))];
    const policies = behaviours.map((each) => at(each, "ResponseHeadersPolicyId", "Ref"));
    expect(new Set(policies).size).toBe(1);
    expect(policies[0]).toMatch(/^SiteHeaders/);
  });
});

describe("deployment", () => {
  const loaders = (stack: string) =>
    Object.keys(object(at(json(`${stack}.template.json`), "Outputs"))).filter((key) =>
      key.startsWith("AfterDeploy"),
    );

  it("invokes its loaders in order", () => {
    expect(loaders("digihulp-partnership")).toEqual(["AfterDeploy01Onboard"]);
    expect(loaders("digihulp-agenda")).toEqual(["AfterDeploy02Plan"]);
  });
});

describe("synthesis refuses", () => {
  const synthesis = (context: Record<string, string>, dist = built.dist) =>
    synthesize(join(built.folder, "refused"), { validate: false, dist, context });

  it("to start without bundles, and names the build", async () => {
    await expect(synthesis({}, join(built.folder, "empty"))).rejects.toThrow("infra/build.ts");
  });

  it("a stage it does not know", async () => {
    await expect(synthesis({ stage: "test" })).rejects.toThrow('Unknown stage "test"');
  });

  it("production without an account, a domain without its certificate", async () => {
    await expect(synthesis({ stage: "production" })).rejects.toThrow("needs its account");
    await expect(synthesis({ domain: "portaal.example" })).rejects.toThrow("certificateArn");
  });
});
