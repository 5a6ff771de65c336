import { CfnOutput, Stack, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { DataRole, type DataRoleProps } from "./data-role.ts";
import { JobSchedule, type JobScheduleProps } from "./job-schedule.ts";
import { Projector } from "./projector.ts";
import type { ServiceContext } from "./service-context.ts";
import { ServiceDashboard } from "./service-dashboard.ts";
import { ServiceFunction, type ServiceFunctionProps } from "./service-function.ts";
import { ServiceRoutes } from "./service-routes.ts";
import { ServiceTable, tableNameOf, type TableIndex } from "./service-table.ts";

export type ServiceStackProps = Omit<ServiceContext, "name">;

/** One service, one stack, `digihulp-<service>`: its table and, said in one line each, all around it. */
export class ServiceStack extends Stack {
  readonly service: ServiceContext;
  readonly table: ServiceTable;

  constructor(
    scope: Construct,
    name: string,
    { indexes = [], ...shared }: ServiceStackProps & { indexes?: TableIndex[] },
  ) {
    const { account, region, keepsData } = shared.stage;
    super(scope, `digihulp-${name}`, {
      env: { account, region },
      description: `Digihulp-portaal: ${name}`,
      terminationProtection: keepsData,
    });
    this.service = { ...shared, name };
    this.table = new ServiceTable(this, "Table", { service: this.service, indexes });
    Tags.of(this).add("service", name);
  }

  /** The function that the build made of `services/<service>/src/<bundle>-lambda.ts`; "web" of `lambda.ts`. */
  lambda(bundle: string, props: Omit<ServiceFunctionProps, "service" | "table" | "bundle">) {
    const { service, table } = this;
    return new ServiceFunction(this, pascal(bundle), { ...props, service, table, bundle });
  }

  /** Lets functions assume the data role of one kind of scope on this service's table. */
  data(props: Omit<DataRoleProps, "tableArn">): DataRole {
    const id = pascal(props.kind) + pascal(props.access);
    return new DataRole(this, id, { ...props, tableArn: this.table.tableArn });
  }

  /** Lets functions find out who sends a request: sessions and grants, in the partnership's table. */
  knowsMembers(functions: ServiceFunction[]): void {
    this.reads("session", "partnership", functions);
    for (const each of functions) this.trustsIdentity(each);
  }

  /** Lets functions read person cards, in the registration's table. */
  knowsPeople(functions: ServiceFunction[]): void {
    this.reads("people", "registration", functions);
  }

  /** The two things that one service reads of another, each behind a role that can read nothing else. */
  private reads(kind: "session" | "people", owner: string, functions: ServiceFunction[]) {
    const tableName = tableNameOf(this.service.stage, owner);
    const tableArn = this.formatArn({
      service: "dynamodb",
      resource: "table",
      resourceName: tableName,
    });
    for (const { lambda } of functions)
      lambda.addEnvironment(`${kind.toUpperCase()}_TABLE`, tableName);
    return new DataRole(this, `${pascal(kind)}Read`, { kind, access: "read", tableArn, functions });
  }

  /** Tells a function whose tokens it believes, and for which client people sign in. */
  trustsIdentity({ lambda }: ServiceFunction): void {
    const { issuer, siteClientId } = this.service.identity;
    lambda.addEnvironment("ISSUER", issuer);
    lambda.addEnvironment("SITE_CLIENT_ID", siteClientId);
  }

  doors(to: ServiceFunction, paths: string[]): ServiceRoutes {
    return new ServiceRoutes(this, `${to.node.id}Doors`, { service: this.service, to, paths });
  }

  /** Feeds a projector the domain events of another service. */
  follow(source: ServiceStack, target: ServiceFunction, impact: string): Projector {
    const props = { service: this.service, source: source.table, target, impact };
    return new Projector(this, `${target.node.id}From${pascal(source.service.name)}`, props);
  }

  schedule(job: string, props: Omit<JobScheduleProps, "service" | "job">): JobSchedule {
    return new JobSchedule(this, pascal(job), { ...props, job, service: this.service });
  }

  /** Names a function that is invoked once after each deployment, in the order of the two digits. */
  afterDeploy(order: string, target: ServiceFunction): CfnOutput {
    return new CfnOutput(this, `AfterDeploy${order}${target.node.id}`, {
      value: target.lambda.functionName,
      description: "Invoke once after each deployment, in order; it may run again at any time.",
    });
  }

  dashboard(functions: ServiceFunction[]): ServiceDashboard {
    const { service, table } = this;
    return new ServiceDashboard(this, "Dashboard", { service, table, functions });
  }
}

function pascal(words: string): string {
  return words.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
