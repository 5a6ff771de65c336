import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { partnershipIndexes } from "./partnership-indexes.ts";
import { ServiceStack, type ServiceStackProps } from "../constructs/service-stack.ts";

export type PartnershipStackProps = ServiceStackProps & { agenda: ServiceStack };

const staleGrants = "A grant that was given or ended does not count yet for who is signed in.";
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

    const signIn = this.lambda("sign-in", {
      errorImpact: "Nobody can sign in or out: desks, volunteers and partners cannot work.",
    });
    const grants = this.lambda("grants", {
      timeout: Duration.seconds(30),
      errorImpact: staleGrants,
    });

    this.data({ kind: "session", access: "read", functions: [web] });
    this.data({ kind: "session", access: "write", functions: [signIn, grants] });
    this.trustsIdentity(web);
    this.trustsIdentity(signIn);
    this.data({ kind: "public", access: "read", indexes: ["publicDirectory"], functions: [web] });
    this.data({ kind: "public", access: "write", functions: [project] });
    this.data({ kind: "tenant", access: "write", functions: [web, onboard] });

    this.doors(web, [
      "/",
      "/digiclubs",
      "/digiclubs/{proxy+}",
      "/toegankelijkheid",
      "/privacy",
      "/wie-mag-wat",
      "/health",
      "/api/partnership/{proxy+}",
      "/beheer",
      "/beheer/{proxy+}",
      "$default",
    ]);
    this.doors(signIn, ["/aanmelden", "/aanmelden/{proxy+}", "/afmelden", "/werkplek"]);
    this.follow(agenda, project, oldMoments);
    this.follow(this, grants, staleGrants);
    this.afterDeploy("01", onboard);
    this.dashboard([web, signIn, onboard, project, grants]);
  }
}
