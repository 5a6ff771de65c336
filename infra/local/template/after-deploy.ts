import { TemplateError } from "../json.ts";
import { functionName } from "./functions.ts";
import type { Template } from "./template.ts";

const OUTPUT = /^AfterDeploy(\d{2})(.+)$/;

export type Loader = { title: string; functionName: string };

/** The functions to run once after each deployment, in the order of their number. */
export function readAfterDeploy(template: Template): Loader[] {
  return template
    .outputs(OUTPUT)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, value }) => {
      if (typeof value !== "string") throw new TemplateError(`${id} holds no function name`);
      return { title: id.replace(OUTPUT, "$2"), functionName: functionName(value) };
    });
}
