import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { TemplateError, type Fields } from "../json.ts";
import { assetFolder } from "./functions.ts";
import type { Resource, Template } from "./template.ts";

export type BucketFile = { file: string; cacheControl: string | undefined };

/** The files of one bucket by key, as its deployments leave them. */
export type BucketDefinition = { name: string; domain: string; files: Map<string, BucketFile> };

type Deployment = {
  where: Fields;
  bucket: string;
  prefix: string;
  prunes: boolean;
  concerns: (path: string) => boolean;
  files: Map<string, BucketFile>;
};

function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${source.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s");
}

/** The filter of `aws s3 sync`: excluded unless included again. */
function filter(properties: Fields): (path: string) => boolean {
  const excluded = properties.texts("Exclude").map(wildcard);
  const included = properties.texts("Include").map(wildcard);
  return (path) =>
    !excluded.some((pattern) => pattern.test(path)) ||
    included.some((pattern) => pattern.test(path));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

function readDeployment(template: Template, resource: Resource): Deployment {
  const properties = resource.properties;
  if (properties.list("SourceMarkers").some((marker) => JSON.stringify(marker) !== "{}")) {
    properties.fail("SourceMarkers", "are not filled in locally");
  }
  const prefix = properties.optionalText("DestinationBucketKeyPrefix") ?? "";
  const concerns = filter(properties);
  const metadata = properties.optionalFields("SystemMetadata");
  const files = new Map<string, BucketFile>();
  for (const key of properties.texts("SourceObjectKeys")) {
    const folder = assetFolder(template, key, properties);
    for (const path of filesUnder(folder).filter(concerns)) {
      files.set([prefix, path].filter(Boolean).join("/"), {
        file: join(folder, path),
        cacheControl: metadata?.optionalText("cache-control"),
      });
    }
  }
  const bucket = properties.text("DestinationBucketName");
  const prunes = properties.flag("Prune", true);
  return { where: properties, bucket, prefix, prunes, concerns, files };
}

/** A deployment with `prune` deletes what another one brought: a race on AWS, so refused here. */
function refusePruning(deployments: Deployment[]): void {
  for (const one of deployments.filter((deployment) => deployment.prunes)) {
    const start = one.prefix === "" ? "" : `${one.prefix}/`;
    for (const other of deployments.filter((deployment) => deployment !== one)) {
      const lost = [...other.files.keys()].find(
        (key) =>
          key.startsWith(start) && one.concerns(key.slice(start.length)) && !one.files.has(key),
      );
      if (lost !== undefined) one.where.fail("Prune", `deletes ${lost} of ${other.where.where}`);
    }
  }
}

export function readBuckets(template: Template): BucketDefinition[] {
  const deployments = template
    .resources("Custom::CDKBucketDeployment")
    .map((resource) => readDeployment(template, resource));
  const buckets = template.resources("AWS::S3::Bucket").map((bucket) => ({
    name: bucket.name,
    domain: template.attribute(bucket, "RegionalDomainName"),
    files: new Map<string, BucketFile>(),
  }));
  for (const bucket of buckets) {
    const own = deployments.filter((deployment) => deployment.bucket === bucket.name);
    refusePruning(own);
    for (const { files } of own) for (const [key, file] of files) bucket.files.set(key, file);
  }
  const lost = deployments.find(({ bucket }) => buckets.every(({ name }) => name !== bucket));
  if (lost) throw new TemplateError(`${lost.where.where}: ${lost.bucket} is no bucket here`);
  return buckets;
}
