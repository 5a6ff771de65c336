import { isObject, type Fields } from "../json.ts";
import type { Template } from "./template.ts";

/** Which query strings, headers or cookies take part. */
export type Selection =
  | { kind: "none" }
  | { kind: "all" }
  | { kind: "only" | "except"; names: Set<string> };

export type Selections = { queries: Selection; headers: Selection; cookies: Selection };

/** Times in seconds. */
export type CachePolicy = Selections & {
  minimum: number;
  standard: number;
  maximum: number;
  gzip: boolean;
  brotli: boolean;
};

const NONE: Selection = { kind: "none" };
const ALL: Selection = { kind: "all" };
const KEYED_BY_PATH: Selections = { queries: NONE, headers: NONE, cookies: NONE };

/** Policies that AWS owns, by their fixed ids. */
const MANAGED_CACHE: Record<string, CachePolicy> = {
  /** CachingDisabled */
  "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": {
    ...KEYED_BY_PATH,
    minimum: 0,
    standard: 0,
    maximum: 0,
    gzip: false,
    brotli: false,
  },
  /** CachingOptimized */
  "658327ea-f89d-4fab-a63d-7e88639e58f6": {
    ...KEYED_BY_PATH,
    minimum: 1,
    standard: 86_400,
    maximum: 31_536_000,
    gzip: true,
    brotli: true,
  },
};

const MANAGED_ORIGIN_REQUEST: Record<string, Selections> = {
  /** AllViewer */
  "216adef6-5c7f-47e4-b989-5492eafa07d3": { queries: ALL, headers: ALL, cookies: ALL },
  /** AllViewerExceptHostHeader */
  "b689b0a8-53d0-40ab-baf2-68738e2966ac": {
    queries: ALL,
    headers: { kind: "except", names: new Set(["host"]) },
    cookies: ALL,
  },
};

const KINDS: Record<string, Selection["kind"]> = {
  none: "none",
  all: "all",
  allViewer: "all",
  whitelist: "only",
  allExcept: "except",
};

function names(list: Fields, key: string): string[] {
  const value = list.raw[key];
  return isObject(value) ? list.fields(key).texts("Items") : list.texts(key);
}

function selection(parent: Fields, subject: "QueryString" | "Header" | "Cookie"): Selection {
  const config = parent.fields(`${subject}sConfig`);
  const behaviour = config.text(`${subject}Behavior`);
  const kind = KINDS[behaviour];
  if (kind === undefined) return config.fail(`${subject}Behavior`, `${behaviour} is unknown`);
  if (kind === "none" || kind === "all") return { kind };
  const listed = names(config, `${subject}s`);
  return { kind, names: new Set(subject === "Header" ? listed.map(lower) : listed) };
}

const lower = (text: string): string => text.toLowerCase();

function selections(parent: Fields): Selections {
  return {
    queries: selection(parent, "QueryString"),
    headers: selection(parent, "Header"),
    cookies: selection(parent, "Cookie"),
  };
}

function readCachePolicy(config: Fields): CachePolicy {
  const key = config.fields("ParametersInCacheKeyAndForwardedToOrigin");
  return {
    ...selections(key),
    minimum: config.number("MinTTL"),
    standard: config.number("DefaultTTL"),
    maximum: config.number("MaxTTL"),
    gzip: key.flag("EnableAcceptEncodingGzip"),
    brotli: key.flag("EnableAcceptEncodingBrotli"),
  };
}

export type CloudFrontPolicies = {
  cache(id: string, where: Fields): CachePolicy;
  originRequest(id: string, where: Fields): Selections;
};

/** Finds a policy by id: the template's own, or one of the few that AWS owns. */
export function readCloudFrontPolicies(template: Template): CloudFrontPolicies {
  const own = (type: string, id: string, config: string): Fields | undefined =>
    template
      .resources(type)
      .find((policy) => policy.reference === id)
      ?.properties.fields(config);
  return {
    cache(id, where) {
      const config = own("AWS::CloudFront::CachePolicy", id, "CachePolicyConfig");
      if (config) return readCachePolicy(config);
      return MANAGED_CACHE[id] ?? where.fail("CachePolicyId", `${id} is unknown`);
    },
    originRequest(id, where) {
      const type = "AWS::CloudFront::OriginRequestPolicy";
      const config = own(type, id, "OriginRequestPolicyConfig");
      if (config) return selections(config);
      return MANAGED_ORIGIN_REQUEST[id] ?? where.fail("OriginRequestPolicyId", `${id} is unknown`);
    },
  };
}
