import { RetentionDays } from "aws-cdk-lib/aws-logs";

export type Stage = {
  name: "dev" | "acceptance" | "production";
  account: string;
  region: string;
  regionId: string;
  logRetention: RetentionDays;
  keepsData: boolean;
  /** What stands above every page of a stage that never holds a real person. */
  notice?: string;
  alarmEmail?: string;
  domain?: { name: string; certificateArn: string };
};

type Context = (key: string) => unknown;

const placeholderAccount = "111111111111";
const home = { region: "eu-central-1" };
const defaults = {
  dev: {
    ...home,
    name: "dev",
    logRetention: RetentionDays.ONE_WEEK,
    keepsData: false,
    notice: "Voorbeeld. De mensen op deze site zijn verzonnen.",
  },
  acceptance: {
    ...home,
    name: "acceptance",
    logRetention: RetentionDays.ONE_MONTH,
    keepsData: false,
  },
  production: {
    ...home,
    name: "production",
    logRetention: RetentionDays.THREE_MONTHS,
    keepsData: true,
  },
} as const;

/** Reads the stage from CDK context (`-c stage=production -c account=... -c alarmEmail=...`), dev when none is named. */
export function stageFrom(context: Context): Stage {
  const name = text(context, "stage") ?? "dev";
  if (!isStageName(name))
    throw new Error(`Unknown stage "${name}": choose dev, acceptance or production.`);
  const account = text(context, "account") ?? placeholderAccount;
  if (name === "production" && account === placeholderAccount)
    throw new Error("Production needs its account: -c account=<12 digits>.");
  const regionId = text(context, "regionId");
  if (regionId === undefined) throw new Error("A deployment serves a region: -c regionId=<id>.");
  const alarmEmail = text(context, "alarmEmail");
  return {
    ...defaults[name],
    account,
    regionId,
    ...(alarmEmail !== undefined && { alarmEmail }),
    ...domainFrom(context),
  };
}

function domainFrom(context: Context): Pick<Stage, "domain"> {
  const name = text(context, "domain");
  const certificateArn = text(context, "certificateArn");
  if (name === undefined) return {};
  // CloudFront takes certificates from us-east-1 only.
  if (!certificateArn?.startsWith("arn:aws:acm:us-east-1:"))
    throw new Error("A domain needs -c certificateArn=<certificate in us-east-1>.");
  return { domain: { name, certificateArn } };
}

function isStageName(name: string): name is Stage["name"] {
  return Object.hasOwn(defaults, name);
}

function text(context: Context, key: string): string | undefined {
  const value = context(key);
  return typeof value === "string" && value !== "" ? value : undefined;
}
