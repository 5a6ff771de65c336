import { Duration } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { ServiceStack, type ServiceStackProps } from "../constructs/service-stack.ts";

export type RegistrationStackProps = ServiceStackProps & { agenda: ServiceStack };

const indexes = [
  { name: "byName", partition: "npk", sort: "nsk" },
  { name: "waiting", partition: "wpk", sort: "wsk" },
];
const staleQuestions = "Questions stay on the waiting list after somebody was planned in or came.";
const staleReferrals = "Partners do not see how it stands with the people they referred.";

export class RegistrationStack extends ServiceStack {
  constructor(scope: Construct, { agenda, ...props }: RegistrationStackProps) {
    super(scope, "registration", { ...props, indexes });

    const web = this.lambda("web", {
      errorImpact: "The desk cannot find or register anybody, and partners cannot refer anybody.",
    });
    const timeout = Duration.seconds(30);
    const follow = this.lambda("follow", { timeout, errorImpact: staleQuestions });
    const project = this.lambda("project", { timeout, errorImpact: staleReferrals });

    this.data({
      kind: "tenant",
      access: "write",
      indexes: ["byName", "waiting"],
      functions: [web, follow],
    });
    this.data({ kind: "organisation", access: "read", functions: [web] });
    this.data({ kind: "organisation", access: "write", functions: [project] });
    this.knowsMembers([web]);

    this.doors(web, ["/registratie", "/registratie/{proxy+}", "/api/registration/{proxy+}"]);
    this.follow(agenda, follow, staleQuestions);
    this.follow(this, project, staleReferrals);
    this.dashboard([web, follow, project]);
  }
}
