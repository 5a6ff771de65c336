import { readBuckets, type BucketDefinition } from "./buckets.ts";
import { readDistributions, type DistributionDefinition } from "./distribution.ts";
import { readApis, type ApiDefinition } from "./routes.ts";
import type { Template } from "./template.ts";

/** Everything of a template that answers over HTTP. */
export type Doors = {
  apis: ApiDefinition[];
  distributions: DistributionDefinition[];
  buckets: BucketDefinition[];
};

export const readDoors = (template: Template): Doors => ({
  apis: readApis(template),
  distributions: readDistributions(template),
  buckets: readBuckets(template),
});
