import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { App, Tags, Validations } from "aws-cdk-lib/core";
import { AgendaStack } from "./stacks/agenda-stack.ts";
import { EdgeStack } from "./stacks/edge-stack.ts";
import { IdentityStack } from "./stacks/identity-stack.ts";
import { PartnershipStack } from "./stacks/partnership-stack.ts";
import { RegistrationStack } from "./stacks/registration-stack.ts";
import { stageFrom } from "./stages.ts";

const root = resolve(import.meta.dirname, "..");

export type SynthesisOptions = {
  /** Runs CloudFormation's own rules and cdk-nag, about two seconds; a finding throws. */
  validate: boolean;
  /** The folder that the build wrote. */
  dist?: string;
  context?: Record<string, string>;
};

/** Writes the templates of every stack to a folder. */
export async function synthesize(outdir: string | undefined, options: SynthesisOptions) {
  return (await application(outdir, options)).synth();
}

/** All stacks of one stage, not yet written. */
export async function application(outdir: string | undefined, options: SynthesisOptions) {
  const { validate, dist = join(root, "dist"), context = {} } = options;
  const app = new App({
    ...(outdir !== undefined && { outdir }),
    context: { ...contextOfCdkJson(), ...context },
    builtinCloudFormationValidation: validate,
    analyticsReporting: false,
  });
  if (validate) {
    const { AwsSolutionsChecks } = await import("cdk-nag");
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  }
  const stage = stageFrom((key) => app.node.tryGetContext(key));
  const { edge } = new EdgeStack(app, "digihulp-edge", { stage, dist });
  const { identity } = new IdentityStack(app, "digihulp-identity", { stage, edge, dist });
  const shared = { stage, edge, identity, dist };
  const agenda = new AgendaStack(app, shared);
  const registration = new RegistrationStack(app, { ...shared, agenda });
  const partnership = new PartnershipStack(app, { ...shared, agenda });
  for (const stack of [agenda, registration, partnership]) Tags.of(stack).add("stage", stage.name);
  return app;
}

// Only the CLI reads cdk.json by itself; without its flags the template would differ.
function contextOfCdkJson(): Record<string, unknown> {
  const parsed: unknown = JSON.parse(readFileSync(join(root, "cdk.json"), "utf8"));
  const context = isRecord(parsed) ? parsed["context"] : undefined;
  return isRecord(context) ? context : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
