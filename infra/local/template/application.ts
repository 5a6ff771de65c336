import { readAfterDeploy, type Loader } from "./after-deploy.ts";
import { readBuckets, type BucketDefinition } from "./buckets.ts";
import { readDistributions, type DistributionDefinition } from "./distribution.ts";
import { readMappings, type MappingDefinition } from "./event-sources.ts";
import { readFunctions, type FunctionDefinition } from "./functions.ts";
import { readRoles, type RoleProperties } from "./roles.ts";
import { readApis, type ApiDefinition } from "./routes.ts";
import {
  readAsyncRules,
  readSchedules,
  type AsyncRule,
  type ScheduleDefinition,
} from "./schedules.ts";
import { readTables, type TableDefinition } from "./tables.ts";
import { Template } from "./template.ts";

/** Everything of a synthesized CDK app that runs locally. */
export type Application = {
  account: string;
  region: string;
  functions: FunctionDefinition[];
  roles: RoleProperties[];
  tables: TableDefinition[];
  apis: ApiDefinition[];
  distributions: DistributionDefinition[];
  buckets: BucketDefinition[];
  mappings: MappingDefinition[];
  schedules: ScheduleDefinition[];
  asyncRules: Map<string, AsyncRule>;
  /** Names of the queues. */
  queues: string[];
  /** What to run once after each deployment, in order. */
  afterDeploy: Loader[];
};

export function readApplication(assembly: string): Application {
  const template = new Template(assembly);
  return {
    account: template.account,
    region: template.region,
    functions: readFunctions(template),
    roles: readRoles(template),
    tables: readTables(template),
    apis: readApis(template),
    distributions: readDistributions(template),
    buckets: readBuckets(template),
    mappings: readMappings(template),
    schedules: readSchedules(template),
    asyncRules: readAsyncRules(template),
    queues: template.resources("AWS::SQS::Queue").map((queue) => queue.name),
    afterDeploy: readAfterDeploy(template),
  };
}
