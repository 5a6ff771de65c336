import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { AfterDeploy } from "../constructs/after-deploy.ts";
import { DataRole } from "../constructs/data-role.ts";
import { Projector } from "../constructs/projector.ts";
import { ServiceDashboard } from "../constructs/service-dashboard.ts";
import { ServiceFunction } from "../constructs/service-function.ts";
import { ServiceRoutes } from "../constructs/service-routes.ts";
import { ServiceStack, type ServiceStackProps } from "../constructs/service-stack.ts";
import { ServiceTable } from "../constructs/service-table.ts";

export type PartnershipStackProps = ServiceStackProps & { agenda: ServiceTable };

export class PartnershipStack extends ServiceStack {
  readonly table: ServiceTable;

  constructor(scope: Construct, { agenda, ...props }: PartnershipStackProps) {
    super(scope, "partnership", props);
    const { service } = this;
    const table = new ServiceTable(this, "Table", { service });
    this.table = table;

    const web = new ServiceFunction(this, "Web", {
      service,
      table,
      bundle: "web",
      errorImpact: "Nobody can open the start page or find a Digiclub.",
    });
    const onboard = new ServiceFunction(this, "Onboard", {
      service,
      table,
      bundle: "onboard",
      timeout: Duration.minutes(5),
      errorImpact: "Changed municipalities and Digiclubs stay as they were before the deployment.",
    });
    const project = new ServiceFunction(this, "Project", {
      service,
      table,
      bundle: "project",
      timeout: Duration.seconds(30),
      errorImpact: "The start page and the pages of Digiclubs show old moments.",
    });
    const data = { table, indexes: [] };
    new DataRole(this, "PublicRead", { ...data, kind: "public", access: "read", functions: [web] });
    new DataRole(this, "PublicWrite", {
      ...data,
      kind: "public",
      access: "write",
      functions: [onboard, project],
    });
    new DataRole(this, "TenantWrite", {
      ...data,
      kind: "tenant",
      access: "write",
      functions: [onboard],
    });
    new ServiceRoutes(this, "Doors", { service, to: web, paths });
    new AfterDeploy(this, "01Onboard", onboard);
    new Projector(this, "FromAgenda", {
      service,
      source: agenda,
      target: project,
      impact: "The start page and the pages of Digiclubs show old moments.",
    });
    new ServiceDashboard(this, "Dashboard", { service, table, functions: [web, onboard, project] });
  }
}

const paths = [
  ...["/", "/digiclubs", "/digiclubs/{proxy+}", "/toegankelijkheid", "/privacy", "/wie-mag-wat"],
  ...["/health", "/api/partnership/{proxy+}", "$default"],
];
