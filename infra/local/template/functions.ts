import { existsSync } from "node:fs";
import { join } from "node:path";
import { TemplateError, type Fields } from "../json.ts";
import type { Resource, Template } from "./template.ts";

export type FunctionDefinition = {
  name: string;
  arn: string;
  roleArn: string;
  runtime: string;
  handler: string;
  /** Folder with the bundle. */
  code: string;
  timeoutSeconds: number;
  memoryMegabytes: number;
  /** Events that may run at the same moment, where the template limits them. */
  concurrency: number | undefined;
  environment: Record<string, string>;
};

const ASSET = /^([0-9a-f]+)\.zip$/;
const FUNCTION_ARN = /^arn:aws:lambda:[a-z0-9-]+:\d+:function:([^:]+)$/;

/** Folder of an asset that the template names as `<hash>.zip`. */
export function assetFolder(template: Template, key: string, where: Fields): string {
  const hash = ASSET.exec(key)?.[1];
  const folder = join(template.folder, `asset.${hash ?? ""}`);
  if (hash === undefined || !existsSync(folder)) where.fail("S3Key", `${key} is no asset here`);
  return folder;
}

function readEnvironment(properties: Fields): Record<string, string> {
  const variables = properties.optionalFields("Environment")?.optionalFields("Variables");
  if (!variables) return {};
  return Object.fromEntries(Object.keys(variables.raw).map((key) => [key, variables.text(key)]));
}

function readFunction(template: Template, resource: Resource): FunctionDefinition {
  const properties = resource.properties;
  const code = properties.fields("Code");
  if (properties.list("Layers").length > 0) properties.fail("Layers", "are not run locally");
  return {
    name: resource.name,
    arn: template.attribute(resource, "Arn"),
    roleArn: properties.text("Role"),
    runtime: properties.text("Runtime"),
    handler: properties.text("Handler"),
    code: assetFolder(template, code.text("S3Key"), code),
    timeoutSeconds: properties.number("Timeout", 3),
    memoryMegabytes: properties.number("MemorySize", 128),
    concurrency: properties.optionalNumber("ReservedConcurrentExecutions"),
    environment: readEnvironment(properties),
  };
}

/** The functions that run here; deployment chores in other languages are left out. */
export function readFunctions(template: Template): FunctionDefinition[] {
  return template
    .resources("AWS::Lambda::Function")
    .filter((resource) => resource.properties.text("Runtime").startsWith("nodejs"))
    .map((resource) => readFunction(template, resource));
}

/** The name in a function's ARN; a text that is no ARN is taken as the name itself. */
export function functionName(text: string): string {
  if (!text.startsWith("arn:")) return text;
  return FUNCTION_ARN.exec(text)?.[1] ?? fail(text);
}

function fail(text: string): never {
  throw new TemplateError(`${text} is no function`);
}
