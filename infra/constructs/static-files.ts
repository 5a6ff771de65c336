import { existsSync } from "node:fs";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Bucket, CfnBucket, type IBucket } from "aws-cdk-lib/aws-s3";
import { RemovalPolicy, Validations } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { StaticUpload } from "./static-upload.ts";

export type StaticFilesProps = { stage: Stage; folder: string };

/** A private bucket that CloudFront alone may read, filled from the folder that the build wrote. */
export class StaticFiles extends Construct {
  readonly bucket: IBucket;
  readonly upload: StaticUpload;

  constructor(scope: Construct, id: string, { stage, folder }: StaticFilesProps) {
    super(scope, id);
    if (!existsSync(folder))
      throw new Error(`No static files in ${folder}: run "node infra/build.ts" first.`);
    const resource = privateBucket(this, stage);
    this.bucket = Bucket.fromCfnBucket(resource);
    this.bucket.addToResourcePolicy(tlsOnly(this.bucket));
    this.upload = new StaticUpload(this, "Upload", { stage, folder, resource });
  }
}

function privateBucket(scope: Construct, stage: Stage): CfnBucket {
  const resource = new CfnBucket(scope, "Bucket", {
    bucketEncryption: {
      serverSideEncryptionConfiguration: [
        { serverSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
      ],
    },
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
  });
  resource.applyRemovalPolicy(stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
  Validations.of(resource).acknowledge({
    id: "AwsSolutions-S1",
    reason:
      "Public style sheet, font and icons: a log would hold visitors' addresses and no secret.",
  });
  return resource;
}

function tlsOnly(bucket: IBucket): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ["s3:*"],
    resources: [bucket.bucketArn, bucket.arnForObjects("*")],
    conditions: { Bool: { "aws:SecureTransport": "false" } },
  });
}
