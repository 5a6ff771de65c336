import {
  AccountRecovery,
  CfnUserPool,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  PasskeyUserVerification,
  UserPool,
  type UserPoolDomain,
  UserPoolEmail,
  type UserPoolProps,
} from "aws-cdk-lib/aws-cognito";
import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import type { IdentityList } from "./identity-list.ts";

export type UserDirectoryProps = { stage: Stage; groups: IdentityList["groups"] };

/** Who may sign in and in which groups they are; the coordinator enrols people, nobody does so alone. */
export class UserDirectory extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, { stage, groups }: UserDirectoryProps) {
    super(scope, id);
    if (stage.keepsData && stage.domain === undefined)
      throw new Error(`${stage.name} needs a domain: codes to sign in are mailed from it.`);
    const name = `digihulp-${stage.regionId}-${stage.name}`;
    this.pool = new UserPool(this, "Pool", { userPoolName: name, ...settings(stage) });
    this.domain = this.pool.addDomain("Domain", {
      cognitoDomain: { domainPrefix: name },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    for (const group of groups)
      this.pool.addGroup(group.name, { groupName: group.name, description: group.label });
    if (stage.domain !== undefined) speakDutch(this.pool);
    acknowledge(this.pool);
  }
}

function settings(stage: Stage): UserPoolProps {
  return {
    selfSignUpEnabled: false,
    accountRecovery: AccountRecovery.NONE,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    keepOriginal: { email: true },
    userVerification: {
      emailSubject: "Bevestig je e-mailadres",
      emailBody: "Je code om je e-mailadres te bevestigen is {####}.",
    },
    standardAttributes: {
      email: { required: true, mutable: true },
      fullname: { required: true, mutable: true },
    },
    featurePlan: FeaturePlan.ESSENTIALS,
    mfa: Mfa.OFF,
    passkeyUserVerification: PasskeyUserVerification.REQUIRED,
    passwordPolicy: {
      minLength: 20,
      requireDigits: true,
      requireLowercase: true,
      requireSymbols: true,
      requireUppercase: true,
      tempPasswordValidity: Duration.days(1),
    },
    deletionProtection: stage.keepsData,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    ...ways(stage),
  };
}

/**
 * Cognito mails codes through SES only, which wants a domain to send from; and no pool can do
 * without the factor password, so people are enrolled without one and nobody can set one alone.
 */
function ways({ domain }: Stage): UserPoolProps {
  const signInPolicy = {
    allowedFirstAuthFactors: { password: true, passkey: true, emailOtp: domain !== undefined },
  };
  if (domain === undefined) return { signInPolicy };
  const email = UserPoolEmail.withSES({
    fromEmail: `aanmelden@${domain.name}`,
    fromName: "Digihulp-portaal",
    sesVerifiedDomain: domain.name,
  });
  return { signInPolicy, email };
}

function speakDutch(pool: UserPool): void {
  const resource = pool.node.defaultChild;
  if (!(resource instanceof CfnUserPool)) throw new Error(`${pool.node.path} is no user pool.`);
  resource.emailAuthenticationSubject = "Je code om aan te melden";
  resource.emailAuthenticationMessage =
    "Je code om aan te melden in het Digihulp-portaal is {####}. Vroeg je geen code? Dan hoef je niets te doen.";
}

function acknowledge(pool: UserPool): void {
  Validations.of(pool).acknowledge(
    {
      id: "AwsSolutions-COG2",
      reason:
        "Cognito refuses mailed codes where a second factor is required. There is no password to back up: a code proves the mailbox, a passkey the device and its owner.",
    },
    {
      id: "AwsSolutions-COG8",
      reason:
        "Plus looks for leaked and guessed passwords, and nobody here has one; Essentials brings codes and passkeys.",
    },
  );
}
