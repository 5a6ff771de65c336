import { readIdentity, type IdentityDefinition } from "../identity/definition.ts";
import { readAfterDeploy, type Loader } from "./after-deploy.ts";
import { readDoors, type Doors } from "./doors.ts";
import { readMappings, type MappingDefinition } from "./event-sources.ts";
import { readFunctions, type FunctionDefinition } from "./functions.ts";
import { readRoles, type RoleProperties } from "./roles.ts";
import {
  readAsyncRules,
  readSchedules,
  type AsyncRule,
  type ScheduleDefinition,
} from "./schedules.ts";
import { readTables, type TableDefinition } from "./tables.ts";
import { Template } from "./template.ts";

/** Everything of a synthesized CDK app that runs locally. */
export type Application = Doors & {
  account: string;
  region: string;
  functions: FunctionDefinition[];
  roles: RoleProperties[];
  tables: TableDefinition[];
  /** Undefined when nobody signs in. */
  identity: IdentityDefinition | undefined;
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
    ...readDoors(template),
    account: template.account,
    region: template.region,
    functions: readFunctions(template),
    roles: readRoles(template),
    tables: readTables(template),
    identity: readIdentity(template),
    mappings: readMappings(template),
    schedules: readSchedules(template),
    asyncRules: readAsyncRules(template),
    queues: template.resources("AWS::SQS::Queue").map((queue) => queue.name),
    afterDeploy: readAfterDeploy(template),
  };
}
