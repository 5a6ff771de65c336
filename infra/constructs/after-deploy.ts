import { CfnOutput } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { ServiceFunction } from "./service-function.ts";

/** Names a function that is invoked once after each deployment, in the order of the two digits. */
export class AfterDeploy extends CfnOutput {
  constructor(stack: Construct, order: `${number}${string}`, target: ServiceFunction) {
    super(stack, `AfterDeploy${order}`, {
      value: target.lambda.functionName,
      description: "Invoke once after each deployment, in order; it may run again at any time.",
    });
  }
}
