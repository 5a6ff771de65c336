import type { Json, JsonObject } from "../json.ts";
import type { SampleTemplate } from "./assembly.ts";

const cacheKey = {
  CookiesConfig: { CookieBehavior: "none" },
  HeadersConfig: { HeaderBehavior: "none" },
  QueryStringsConfig: { QueryStringBehavior: "all" },
  EnableAcceptEncodingBrotli: true,
  EnableAcceptEncodingGzip: true,
};

const behaviour = {
  Compress: true,
  ResponseHeadersPolicyId: { Ref: "Headers" },
  ViewerProtocolPolicy: "redirect-to-https",
};

const responseHeaders = {
  Name: "site-headers",
  CustomHeadersConfig: {
    Items: [{ Header: "Permissions-Policy", Value: "camera=()", Override: true }],
  },
  RemoveHeadersConfig: { Items: [{ Header: "X-Powered-By" }] },
  SecurityHeadersConfig: {
    ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
    ContentTypeOptions: { Override: true },
    ReferrerPolicy: { ReferrerPolicy: "same-origin", Override: false },
    StrictTransportSecurity: {
      AccessControlMaxAgeSec: 31_536_000,
      IncludeSubdomains: true,
      Override: true,
    },
  },
};

export type SampleDistribution = {
  CacheBehaviors: JsonObject[];
  CustomErrorResponses: JsonObject[];
  DefaultCacheBehavior: JsonObject;
  [other: string]: Json;
};

const sampleDistribution: SampleDistribution = {
  Enabled: true,
  CacheBehaviors: [
    {
      ...behaviour,
      PathPattern: "/static/*",
      TargetOriginId: "files",
      CachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    },
    {
      ...behaviour,
      PathPattern: "/agenda*",
      TargetOriginId: "api",
      CachePolicyId: { Ref: "Short" },
    },
  ],
  CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 20 }],
  DefaultCacheBehavior: {
    ...behaviour,
    AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
    TargetOriginId: "api",
    CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
  },
  Origins: [
    {
      Id: "api",
      CustomOriginConfig: { OriginProtocolPolicy: "https-only" },
      DomainName: {
        "Fn::Select": [2, { "Fn::Split": ["/", { "Fn::GetAtt": ["Api", "ApiEndpoint"] }] }],
      },
      OriginCustomHeaders: [{ HeaderName: "X-Edge", HeaderValue: "site" }],
    },
    { Id: "files", DomainName: { "Fn::GetAtt": ["Files", "RegionalDomainName"] } },
  ],
};

/** The stack with API, distribution and static files. */
export function siteTemplate(
  change: (distribution: SampleDistribution) => void = () => {},
): SampleTemplate {
  const distribution = structuredClone(sampleDistribution);
  change(distribution);
  return structuredClone({
    Resources: {
      Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "Api", ProtocolType: "HTTP" } },
      Files: { Type: "AWS::S3::Bucket", Properties: {} },
      Short: {
        Type: "AWS::CloudFront::CachePolicy",
        Properties: {
          CachePolicyConfig: {
            Name: "short",
            MinTTL: 0,
            DefaultTTL: 0,
            MaxTTL: 300,
            ParametersInCacheKeyAndForwardedToOrigin: cacheKey,
          },
        },
      },
      Headers: {
        Type: "AWS::CloudFront::ResponseHeadersPolicy",
        Properties: { ResponseHeadersPolicyConfig: responseHeaders },
      },
      Site: {
        Type: "AWS::CloudFront::Distribution",
        Properties: { DistributionConfig: distribution },
      },
      Upload: {
        Type: "Custom::CDKBucketDeployment",
        Properties: {
          SourceObjectKeys: ["f11e5.zip"],
          DestinationBucketName: { Ref: "Files" },
          Prune: false,
          SystemMetadata: { "cache-control": "public, max-age=31536000, immutable" },
        },
      },
    },
    Outputs: {
      ApiId: { Value: { Ref: "Api" }, Export: { Name: "site:ApiId" } },
      Domain: {
        Value: { "Fn::GetAtt": ["Site", "DomainName"] },
        Export: { Name: { "Fn::Sub": "${AWS::StackName}:Domain" } },
      },
    },
  });
}
