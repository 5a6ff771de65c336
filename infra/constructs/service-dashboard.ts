import { Dashboard, GraphWidget } from "aws-cdk-lib/aws-cloudwatch";
import { Operation } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { ServiceContext } from "./service-context.ts";
import type { ServiceFunction } from "./service-function.ts";
import type { ServiceTable } from "./service-table.ts";

export type ServiceDashboardProps = {
  service: ServiceContext;
  table: ServiceTable;
  functions: ServiceFunction[];
};

/** Three graphs under the service's own name: calls and errors, time taken, database units. */
export class ServiceDashboard extends Dashboard {
  constructor(scope: Construct, id: string, { service, table, functions }: ServiceDashboardProps) {
    super(scope, id, { dashboardName: service.name });
    const lambdas = functions.map((each) => each.lambda);
    this.addWidgets(
      new GraphWidget({
        width: 8,
        title: "Calls and errors",
        left: lambdas.map((each) => each.metricInvocations()),
        right: lambdas.flatMap((each) => [each.metricErrors(), each.metricThrottles()]),
      }),
      new GraphWidget({
        width: 8,
        title: "Time taken, p95 (ms)",
        left: lambdas.map((each) => each.metricDuration({ statistic: "p95" })),
      }),
      new GraphWidget({
        width: 8,
        title: "Database units and throttles",
        left: [
          table.metricConsumedReadCapacityUnits({ statistic: "Sum" }),
          table.metricConsumedWriteCapacityUnits({ statistic: "Sum" }),
        ],
        right: [
          table.metricThrottledRequestsForOperations({
            operations: [Operation.QUERY, Operation.TRANSACT_WRITE_ITEMS],
          }),
        ],
      }),
    );
  }
}
