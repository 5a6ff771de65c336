import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Duration, Validations } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { SiteHeaders } from "./site-headers.ts";

export type SiteDistributionProps = { stage: Stage; apiDomainName: string; files: IBucket };

// Exactly the pages that anyone may read: what members see lives beside them and is never kept.
const publicPages = [
  "/",
  "/agenda",
  "/agenda/feed.ics",
  "/agenda/moment/*",
  "/digiclubs",
  "/toegankelijkheid",
  "/privacy",
  "/wie-mag-wat",
];
const fileDoors = ["/static/*", "/api/openapi.json", "/robots.txt", "/favicon.svg"];

/** The public address: files from the bucket, public pages cached for minutes, all else passed on. */
export class SiteDistribution extends Distribution {
  constructor(scope: Construct, id: string, props: SiteDistributionProps) {
    const responseHeadersPolicy = new SiteHeaders(scope, `${id}Headers`);
    const every = {
      responseHeadersPolicy,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
    };
    const pages = { ...every, origin: new HttpOrigin(props.apiDomainName) };
    const file: BehaviorOptions = {
      ...every,
      origin: S3BucketOrigin.withOriginAccessControl(props.files),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    };
    const publicPage: BehaviorOptions = {
      ...pages,
      cachePolicy: briefly(scope, `${id}Briefly`),
      // Only GET and HEAD are kept; another method gets our own answer instead of CloudFront's.
      allowedMethods: AllowedMethods.ALLOW_ALL,
    };
    super(scope, id, {
      defaultBehavior: {
        ...pages,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: Object.fromEntries([
        ...fileDoors.map((path) => [path, file] as const),
        ...publicPages.map((path) => [path, publicPage] as const),
      ]),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...domainOf(scope, props.stage),
    });
    Validations.of(this).acknowledge(...accepted(props.stage));
  }
}

// No cookie reaches the origin of a cached page, so no answer in the cache can be personal.
function briefly(scope: Construct, id: string): CachePolicy {
  return new CachePolicy(scope, id, {
    comment: "Public pages: the origin decides, five minutes at most",
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.minutes(5),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
}

function domainOf(scope: Construct, { domain }: Stage) {
  if (domain === undefined) return {};
  const certificate = Certificate.fromCertificateArn(scope, "Certificate", domain.certificateArn);
  return {
    domainNames: [domain.name],
    certificate,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}

function accepted({ domain }: Stage) {
  const always = [
    {
      id: "AwsSolutions-CFR1",
      reason: "No country is barred: people read the agenda from wherever they are.",
    },
    {
      id: "AwsSolutions-CFR2",
      reason:
        "Throttled at the API; a web application firewall is decided with the first real load.",
    },
    {
      id: "AwsSolutions-CFR3",
      reason: "A CloudFront log holds visitors' addresses; the API logs each request without them.",
    },
  ];
  if (domain !== undefined) return always;
  return [
    ...always,
    {
      id: "AwsSolutions-CFR4",
      reason:
        "Without a domain of its own the stage uses the certificate of cloudfront.net, whose protocol cannot be chosen.",
    },
  ];
}
