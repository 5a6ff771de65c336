import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fields, isObject, parseJson, TemplateError, type JsonObject } from "../json.ts";

export type RawResource = { type: string; properties: JsonObject };

export type Stack = {
  name: string;
  account: string;
  region: string;
  resources: Map<string, RawResource>;
  outputs: JsonObject;
  parameters: JsonObject;
};

const ENVIRONMENT = /^aws:\/\/(\d+)\/([a-z0-9-]+)$/;

function readObject(file: string): JsonObject {
  const content = parseJson(readFileSync(file, "utf8"));
  if (isObject(content)) return content;
  throw new TemplateError(`${file} holds no object`);
}

function objectOr(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function readResource(where: string, raw: JsonObject): RawResource {
  const fields = new Fields(raw, where);
  const type = fields.text("Type");
  if (raw["Condition"] !== undefined && type !== "AWS::CDK::Metadata") {
    fields.fail("Condition", "is not evaluated locally");
  }
  return { type, properties: objectOr(raw["Properties"]) };
}

function readStack(folder: string, artifact: Fields, id: string): Stack {
  const environment = ENVIRONMENT.exec(artifact.text("environment"));
  const [, account, region] = environment ?? [];
  if (account === undefined || region === undefined) {
    throw new TemplateError(`stack ${id} has no fixed account and region`);
  }
  const properties = artifact.fields("properties");
  const name = properties.optionalText("stackName") ?? id;
  const template = new Fields(readObject(join(folder, properties.text("templateFile"))), name);
  const resources = new Map<string, RawResource>();
  for (const [logicalId, raw] of Object.entries(objectOr(template.raw["Resources"]))) {
    resources.set(logicalId, readResource(`${name}/${logicalId}`, objectOr(raw)));
  }
  return {
    name,
    account,
    region,
    resources,
    outputs: objectOr(template.raw["Outputs"]),
    parameters: objectOr(template.raw["Parameters"]),
  };
}

/** Every stack of a synthesized CDK app, in the order of its manifest. */
export function readAssembly(folder: string): Stack[] {
  const manifest = new Fields(readObject(join(folder, "manifest.json")), "manifest.json");
  const stacks: Stack[] = [];
  for (const [id, raw] of Object.entries(manifest.fields("artifacts").raw)) {
    const artifact = new Fields(objectOr(raw), id);
    const type = artifact.text("type");
    if (type === "cdk:cloud-assembly")
      artifact.fail("type", "is a nested assembly, not run locally");
    if (type === "aws:cloudformation:stack") stacks.push(readStack(folder, artifact, id));
  }
  if (stacks.length === 0) throw new TemplateError(`${folder} holds no stack`);
  return stacks;
}
