import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { partnershipIndexes } from "./partnership-indexes.ts";
import { ServiceStack, type ServiceStackProps } from "../constructs/service-stack.ts";

export type PartnershipStackProps = ServiceStackProps & { agenda: ServiceStack };

const oldMoments = "The start page and the pages of Digiclubs show old moments.";

export class PartnershipStack extends ServiceStack {
  constructor(scope: Construct, { agenda, ...props }: PartnershipStackProps) {
    super(scope, "partnership", { ...props, indexes: partnershipIndexes });

    const web = this.lambda("web", {
      errorImpact: "Nobody can open the start page or find a Digiclub.",
    });
    const onboard = this.lambda("onboard", {
      timeout: Duration.minutes(5),
      errorImpact: "Municipalities and Digiclubs stay as they were before the deployment.",
    });
    const project = this.lambda("project", {
      timeout: Duration.seconds(30),
      errorImpact: oldMoments,
    });

    this.data({ kind: "public", access: "read", indexes: ["publicDirectory"], functions: [web] });
    this.data({ kind: "public", access: "write", functions: [project] });
    this.data({ kind: "tenant", access: "write", functions: [onboard] });

    this.doors(web, [
      "/",
      "/digiclubs",
      "/digiclubs/{proxy+}",
      "/toegankelijkheid",
      "/privacy",
      "/wie-mag-wat",
      "/health",
      "/api/partnership/{proxy+}",
      "$default",
    ]);
    this.follow(agenda, project, oldMoments);
    this.afterDeploy("01", onboard);
    this.dashboard([web, onboard, project]);
  }
}
