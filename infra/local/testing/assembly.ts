import type { JsonObject } from "../json.ts";
import { temporaryFolder, type Folder } from "./folder.ts";

export type SampleTemplate = {
  Resources: Record<string, { Type: string; Properties: JsonObject }>;
  Outputs?: Record<string, JsonObject>;
  Parameters?: JsonObject;
};

export type SampleApp = {
  templates: Record<string, SampleTemplate>;
  /** Files by asset hash and path. */
  assets: Record<string, Record<string, string>>;
};

/** Writes an app as `cdk synth` would leave it. */
export function writeAssembly({ templates, assets }: SampleApp): Folder {
  const folder = temporaryFolder();
  const artifacts = Object.fromEntries(
    Object.keys(templates).map((name) => [
      name,
      {
        type: "aws:cloudformation:stack",
        environment: "aws://111111111111/eu-central-1",
        properties: { templateFile: `${name}.template.json` },
      },
    ]),
  );
  folder.write("manifest.json", JSON.stringify({ version: "55.0.0", artifacts }));
  for (const [name, template] of Object.entries(templates)) {
    folder.write(`${name}.template.json`, JSON.stringify(template));
  }
  for (const [hash, files] of Object.entries(assets)) {
    for (const [path, content] of Object.entries(files)) {
      folder.write(`asset.${hash}/${path}`, content);
    }
  }
  return folder;
}
