import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Bucket, type CfnBucket } from "aws-cdk-lib/aws-s3";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";

export type StaticUploadProps = { stage: Stage; folder: string; resource: CfnBucket };

/** Copies the folder at each deployment; files of earlier ones stay, for pages that are still open. */
export class StaticUpload extends Construct {
  constructor(scope: Construct, id: string, { stage, folder, resource }: StaticUploadProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Log", {
      retention: stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const bucket = Bucket.fromCfnBucket(resource);
    const zip = new Asset(this, "Folder", { path: folder });
    const role = copyingRole(this, [
      [["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.logGroupArn],
      [["s3:GetObject"], zip.bucket.arnForObjects(zip.s3ObjectKey)],
      [["s3:ListBucket"], bucket.bucketArn],
      [["s3:PutObject"], bucket.arnForObjects("*")],
    ]);
    const copy = {
      destinationBucket: bucket,
      sources: [Source.bucket(zip.bucket, zip.s3ObjectKey)],
      prune: false,
      logGroup,
      // Its own grants would let it list all asset buckets and delete what is served.
      role: role.withoutPolicyUpdates(),
    };
    new BucketDeployment(this, "Hashed", {
      ...copy,
      exclude: ["*"],
      include: ["static/*"],
      cacheControl: [...openFor(Duration.days(365)), CacheControl.immutable()],
    }).node.addDependency(role);
    new BucketDeployment(this, "Named", {
      ...copy,
      exclude: ["static/*"],
      cacheControl: openFor(Duration.minutes(5)),
    }).node.addDependency(role);
    acknowledge(this, role, resource);
  }
}

function copyingRole(scope: Construct, rights: [string[], string][]): Role {
  const role = new Role(scope, "Role", {
    assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    description: "Copies static files into their bucket during a deployment",
  });
  for (const [actions, resource] of rights)
    role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
  return role;
}

function openFor(age: Duration): CacheControl[] {
  return [CacheControl.setPublic(), CacheControl.maxAge(age)];
}

function acknowledge(scope: Construct, role: Role, bucket: CfnBucket): void {
  const stack = Stack.of(scope);
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${stack.getLogicalId(bucket)}.Arn>/*]`,
    reason: "It writes whatever static files there are into this one bucket, and deletes none.",
  });
  for (const copier of stack.node.children.filter(isCopier))
    Validations.of(copier).acknowledge({
      id: "AwsSolutions-L1",
      reason: "The CDK's own Python function: its runtime follows the version of the CDK.",
    });
}

function isCopier({ node }: { node: { id: string } }): boolean {
  return node.id.startsWith("Custom::CDKBucketDeployment");
}
