import { Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { identityList } from "../constructs/identity-list.ts";
import { admitPrograms } from "../constructs/program-clients.ts";
import type { Edge, Identity } from "../constructs/service-context.ts";
import { SiteClient } from "../constructs/site-client.ts";
import { UserDirectory } from "../constructs/user-directory.ts";
import type { Stage } from "../stages.ts";

export type IdentityStackProps = { stage: Stage; edge: Edge; dist: string };

/** Who people and programs are: the user pool, its groups, its clients and the page to sign in. */
export class IdentityStack extends Stack {
  readonly identity: Identity;

  constructor(scope: Construct, id: string, { stage, edge, dist }: IdentityStackProps) {
    super(scope, id, {
      env: { account: stage.account, region: stage.region },
      description: "Digihulp-portaal: who people and programs are",
      terminationProtection: stage.keepsData,
    });
    const { groups, clients } = identityList(dist, stage.regionId);
    const directory = new UserDirectory(this, "Directory", { stage, groups });
    const site = new SiteClient(this, "Site", { directory, siteOrigin: edge.siteOrigin });
    admitPrograms(this, { directory, clients });
    const issuer = `https://cognito-idp.${stage.region}.amazonaws.com/${directory.pool.userPoolId}`;
    this.identity = { issuer, siteClientId: site.clientId };
  }
}
