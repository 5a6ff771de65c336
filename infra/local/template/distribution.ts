import type { Fields } from "../json.ts";
import {
  readCloudFrontPolicies,
  type CachePolicy,
  type CloudFrontPolicies,
  type Selections,
} from "./cloudfront-policies.ts";
import { readResponseHeaders, type ResponseHeadersPolicy } from "./response-headers.ts";
import type { Resource, Template } from "./template.ts";

export type Behaviour = {
  /** Undefined for the default behaviour. */
  pattern: string | undefined;
  methods: Set<string>;
  originId: string;
  cache: CachePolicy;
  originRequest: Selections | undefined;
  responseHeaders: ResponseHeadersPolicy | undefined;
  compresses: boolean;
};

export type OriginDefinition = {
  id: string;
  domain: string;
  path: string;
  headers: [name: string, value: string][];
};

export type ErrorResponse = {
  status: number;
  cacheSeconds: number | undefined;
  page: { path: string; status: number } | undefined;
};

export type DistributionDefinition = {
  id: string;
  domain: string;
  /** Other names under which viewers reach it. */
  aliases: string[];
  rootObject: string | undefined;
  /** In the order in which they are tried; the default behaviour is last. */
  behaviours: Behaviour[];
  origins: Map<string, OriginDefinition>;
  errors: Map<number, ErrorResponse>;
};

type Policies = CloudFrontPolicies & { responseHeaders: Map<string, ResponseHeadersPolicy> };

const BEHAVIOUR_PROPERTIES = [
  "AllowedMethods",
  "CachePolicyId",
  "CachedMethods",
  "Compress",
  "OriginRequestPolicyId",
  "PathPattern",
  "ResponseHeadersPolicyId",
  "TargetOriginId",
  "ViewerProtocolPolicy",
];

function responseHeaders(behaviour: Fields, policies: Policies): ResponseHeadersPolicy | undefined {
  const id = behaviour.optionalText("ResponseHeadersPolicyId");
  if (id === undefined) return undefined;
  const policy = policies.responseHeaders.get(id);
  return policy ?? behaviour.fail("ResponseHeadersPolicyId", `${id} is unknown`);
}

function readBehaviour(behaviour: Fields, policies: Policies): Behaviour {
  behaviour.only(...BEHAVIOUR_PROPERTIES);
  const methods = behaviour.texts("AllowedMethods");
  const originRequest = behaviour.optionalText("OriginRequestPolicyId");
  return {
    pattern: behaviour.optionalText("PathPattern"),
    methods: new Set(methods.length > 0 ? methods : ["GET", "HEAD"]),
    originId: behaviour.text("TargetOriginId"),
    cache: policies.cache(behaviour.text("CachePolicyId"), behaviour),
    originRequest:
      originRequest === undefined ? undefined : policies.originRequest(originRequest, behaviour),
    responseHeaders: responseHeaders(behaviour, policies),
    compresses: behaviour.flag("Compress"),
  };
}

function readOrigin(origin: Fields): OriginDefinition {
  return {
    id: origin.text("Id"),
    domain: origin.text("DomainName"),
    path: origin.optionalText("OriginPath") ?? "",
    headers: origin
      .each("OriginCustomHeaders")
      .map((header) => [header.text("HeaderName").toLowerCase(), header.text("HeaderValue")]),
  };
}

function readError(error: Fields): ErrorResponse {
  const status = error.number("ErrorCode");
  const path = error.optionalText("ResponsePagePath");
  return {
    status,
    cacheSeconds: error.optionalNumber("ErrorCachingMinTTL"),
    page: path === undefined ? undefined : { path, status: error.number("ResponseCode", status) },
  };
}

function readDistribution(template: Template, resource: Resource): DistributionDefinition {
  const config = resource.properties.fields("DistributionConfig");
  const policies: Policies = {
    ...readCloudFrontPolicies(template),
    responseHeaders: readResponseHeaders(template),
  };
  const behaviours = [...config.each("CacheBehaviors"), config.fields("DefaultCacheBehavior")];
  const root = config.optionalText("DefaultRootObject");
  return {
    id: resource.reference,
    domain: template.attribute(resource, "DomainName"),
    aliases: config.texts("Aliases"),
    rootObject: root === "" ? undefined : root,
    behaviours: behaviours.map((behaviour) => readBehaviour(behaviour, policies)),
    origins: new Map(
      config.each("Origins").map((origin) => [origin.text("Id"), readOrigin(origin)]),
    ),
    errors: new Map(
      config
        .each("CustomErrorResponses")
        .map((error) => [error.number("ErrorCode"), readError(error)]),
    ),
  };
}

export function readDistributions(template: Template): DistributionDefinition[] {
  return template
    .resources("AWS::CloudFront::Distribution")
    .map((resource) => readDistribution(template, resource));
}
