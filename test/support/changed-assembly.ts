import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isObject, parseJson, type Json, type JsonObject } from "../../infra/local/json.ts";

/** One resource of a synthesized template; what is changed in `properties` is written to the copy. */
export type Found = {
  readonly stack: string;
  readonly id: string;
  readonly properties: JsonObject;
  /** Takes the resource out of the template. */
  readonly remove: () => void;
};

export type Change = (templates: Templates) => void;

const TEMPLATE = ".template.json";
const objectOr = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** The templates of one synthesized app, to be changed. */
export class Templates {
  private readonly byStack: ReadonlyMap<string, JsonObject>;

  constructor(byStack: ReadonlyMap<string, JsonObject>) {
    this.byStack = byStack;
  }

  resources(type: string): Found[] {
    return [...this.byStack].flatMap(([stack, template]) => {
      const resources = objectOr(template["Resources"]);
      return Object.entries(resources)
        .filter(([, raw]) => objectOr(raw)["Type"] === type)
        .map(([id, raw]) => ({
          stack,
          id,
          properties: objectOr(objectOr(raw)["Properties"]),
          remove: () => void delete resources[id],
        }));
    });
  }

  /** The one resource of that type that fits; throws when there is none or more than one. */
  only(type: string, fits: (found: Found) => boolean): Found {
    const [found, second] = this.resources(type).filter(fits);
    if (!found || second) throw new Error(`${found ? "more than one" : "no"} such ${type}`);
    return found;
  }

  /** Takes the outputs with such a name out of every template. */
  removeOutputs(name: RegExp): void {
    for (const template of this.byStack.values()) {
      const outputs = objectOr(template["Outputs"]);
      for (const id of Object.keys(outputs).filter((each) => name.test(each))) delete outputs[id];
    }
  }
}

/** Every statement of every policy document inside a resource, to be changed in place. */
export function statementsIn(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (!isObject(value)) return [];
  const own = value["Statement"];
  const listed = Array.isArray(own) ? own.filter(isObject) : [];
  return [...listed, ...Object.values(value).flatMap(statementsIn)];
}

/** A copy of a synthesized app with changed templates; assets stay where they are. */
export function changedAssembly(assembly: string, copy: string, change: Change): string {
  const byStack = new Map<string, JsonObject>();
  mkdirSync(copy, { recursive: true });
  for (const entry of readdirSync(assembly, { withFileTypes: true })) {
    const [from, to] = [join(assembly, entry.name), join(copy, entry.name)];
    if (entry.name.startsWith("asset.")) symlinkSync(from, to);
    else if (entry.name.endsWith(TEMPLATE)) {
      const template = objectOr(parseJson(readFileSync(from, "utf8")));
      byStack.set(entry.name.slice(0, -TEMPLATE.length), template);
    } else if (entry.isFile()) copyFileSync(from, to);
  }
  change(new Templates(byStack));
  for (const [stack, template] of byStack)
    writeFileSync(join(copy, `${stack}${TEMPLATE}`), JSON.stringify(template));
  return copy;
}

/** A change after which every function serves another region. */
export const servingRegion =
  (regionId: string): Change =>
  (templates) => {
    for (const { properties } of templates.resources("AWS::Lambda::Function")) {
      const variables = objectOr(objectOr(properties["Environment"])["Variables"]);
      if (variables["REGION_ID"] !== undefined) variables["REGION_ID"] = regionId;
    }
  };
