import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { AfterDeploy } from "../constructs/after-deploy.ts";
import { DataRole } from "../constructs/data-role.ts";
import { JobSchedule } from "../constructs/job-schedule.ts";
import { ServiceDashboard } from "../constructs/service-dashboard.ts";
import { ServiceFunction } from "../constructs/service-function.ts";
import { ServiceRoutes } from "../constructs/service-routes.ts";
import { ServiceStack, type ServiceStackProps } from "../constructs/service-stack.ts";
import { ServiceTable } from "../constructs/service-table.ts";

export class AgendaStack extends ServiceStack {
  readonly table: ServiceTable;

  constructor(scope: Construct, props: ServiceStackProps) {
    super(scope, "agenda", props);
    const { service } = this;
    const table = new ServiceTable(this, "Table", { service, indexes });
    this.table = table;

    const web = new ServiceFunction(this, "Web", {
      service,
      table,
      bundle: "web",
      errorImpact: "Nobody can look up where and when there is help; calendar feeds stop updating.",
    });
    const plan = new ServiceFunction(this, "Plan", {
      service,
      table,
      bundle: "plan",
      timeout: Duration.minutes(5),
      errorImpact: "Weekly moments stop appearing in the agenda some weeks ahead.",
    });
    const publicIndexes = ["publicByMonth", "publicById"];
    new DataRole(this, "PublicRead", {
      kind: "public",
      access: "read",
      table,
      indexes: publicIndexes,
      functions: [web],
    });
    new DataRole(this, "TenantWrite", {
      kind: "tenant",
      access: "write",
      table,
      indexes: ["byMonth"],
      functions: [plan],
    });
    new ServiceRoutes(this, "Doors", {
      service,
      to: web,
      paths: ["/agenda", "/agenda/{proxy+}", "/api/agenda/{proxy+}"],
    });
    new AfterDeploy(this, "02Plan", plan);
    new JobSchedule(this, "ExtendSeries", {
      service,
      target: plan,
      job: "extend-series",
      cron: "10 3 * * ? *",
      impact: "Weekly moments stop appearing in the agenda some weeks ahead.",
    });
    new ServiceDashboard(this, "Dashboard", { service, table, functions: [web, plan] });
  }
}

const publicAttributes = [
  ...["id", "series", "club", "municipality", "date", "from", "until", "kind", "title", "about"],
  ...["bring", "room", "themes", "state", "version", "changedAt", "sequence", "rhythm"],
];

const indexes = [
  { name: "byMonth", partition: "gpk", sort: "gsk" },
  { name: "publicByMonth", partition: "ppk", sort: "psk", only: publicAttributes },
  { name: "publicById", partition: "pid", only: publicAttributes },
];
