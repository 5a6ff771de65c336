import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Stage } from "../stages.ts";

export type Edge = { apiId: string; siteOrigin: string; alarms: ITopic };

/** Who signs the tokens of people and programs, and for which client people sign in. */
export type Identity = { issuer: string; siteClientId: string };

/** What every construct of one service shares; `dist` is the folder that the build wrote. */
export type ServiceContext = {
  name: string;
  stage: Stage;
  edge: Edge;
  identity: Identity;
  dist: string;
};
