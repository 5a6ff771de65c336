import { Stack, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { ServiceContext } from "./service-context.ts";
import type { ServiceTable } from "./service-table.ts";

export type ServiceStackProps = Omit<ServiceContext, "name">;

/** One service, one stack: `digihulp-<service>`. */
export abstract class ServiceStack extends Stack {
  readonly service: ServiceContext;
  abstract readonly table: ServiceTable;

  constructor(scope: Construct, name: string, props: ServiceStackProps) {
    const { account, region } = props.stage;
    super(scope, `digihulp-${name}`, {
      env: { account, region },
      description: `Digihulp-portaal: ${name}`,
      terminationProtection: props.stage.keepsData,
    });
    this.service = { ...props, name };
    Tags.of(this).add("service", name);
  }
}
