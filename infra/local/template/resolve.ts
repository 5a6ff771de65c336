import { isObject, TemplateError, type Json, type JsonObject } from "../json.ts";
import type { Stack } from "./assembly.ts";
import { attributeOf, givenNameProperty, referenceTo, type Subject } from "./names.ts";

export type Resolve = (stack: Stack, value: Json) => Json;
type Resolved = Json | undefined;

const PSEUDO: Record<string, (stack: Stack) => Resolved> = {
  "AWS::AccountId": (stack) => stack.account,
  "AWS::NoValue": () => undefined,
  "AWS::Partition": () => "aws",
  "AWS::Region": (stack) => stack.region,
  "AWS::StackId": (stack) =>
    `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/local`,
  "AWS::StackName": (stack) => stack.name,
  "AWS::URLSuffix": () => "amazonaws.com",
};

const SUBSTITUTION = /\$\{(!?)([^}]+)\}/g;

class Resolver {
  private readonly exports = new Map<string, { stack: Stack; value: Json }>();
  private readonly importing = new Set<string>();

  constructor(stacks: Stack[]) {
    for (const stack of stacks) {
      for (const output of Object.values(stack.outputs)) this.readExport(stack, output);
    }
  }

  resolve(stack: Stack, value: Json): Json {
    return this.maybe(stack, value) ?? fail(stack, "AWS::NoValue stands where a value is needed");
  }

  private readExport(stack: Stack, output: Json): void {
    if (!isObject(output) || !isObject(output["Export"])) return;
    const name = this.text(stack, output["Export"]["Name"]);
    this.exports.set(name, { stack, value: output["Value"] ?? null });
  }

  private maybe(stack: Stack, value: Json): Resolved {
    if (Array.isArray(value)) {
      return value.flatMap((item) => {
        const resolved = this.maybe(stack, item);
        return resolved === undefined ? [] : [resolved];
      });
    }
    if (!isObject(value)) return value;
    const [key, ...others] = Object.keys(value);
    if (key !== undefined && others.length === 0 && (key === "Ref" || key.startsWith("Fn::"))) {
      return this.intrinsic(stack, key, value[key] ?? null);
    }
    return this.object(stack, value);
  }

  private object(stack: Stack, value: JsonObject): JsonObject {
    const result: JsonObject = {};
    for (const [key, inner] of Object.entries(value)) {
      const resolved = this.maybe(stack, inner);
      if (resolved !== undefined) result[key] = resolved;
    }
    return result;
  }

  private intrinsic(stack: Stack, key: string, argument: Json): Resolved {
    switch (key) {
      case "Ref":
        return this.reference(stack, this.text(stack, argument));
      case "Fn::GetAtt":
        return this.attribute(stack, argument);
      case "Fn::Join":
        return this.join(stack, argument);
      case "Fn::Sub":
        return this.substitute(stack, argument);
      case "Fn::Split":
        return this.split(stack, argument);
      case "Fn::Select":
        return this.select(stack, argument);
      case "Fn::ImportValue":
        return this.importValue(stack, this.text(stack, argument));
      default:
        return fail(stack, `${key} is not resolved locally`);
    }
  }

  private reference(stack: Stack, id: string): Resolved {
    const pseudo = PSEUDO[id];
    if (pseudo) return pseudo(stack);
    const parameter = stack.parameters[id];
    if (isObject(parameter) && parameter["Default"] !== undefined) return parameter["Default"];
    const resource = stack.resources.get(id);
    if (!resource) return fail(stack, `Ref names ${id}, which is not in the template`);
    const answer = referenceTo(resource.type, this.subject(stack, id));
    return answer ?? fail(stack, `Ref to ${id}: ${resource.type} has no known answer`);
  }

  private attribute(stack: Stack, argument: Json): string {
    const path = typeof argument === "string" ? argument.split(".") : this.texts(stack, argument);
    const [id = "", ...rest] = path;
    const attribute = rest.join(".");
    const resource = stack.resources.get(id);
    if (!resource) return fail(stack, `Fn::GetAtt names ${id}, which is not in the template`);
    const answer = attributeOf(resource.type, attribute, this.subject(stack, id));
    return answer ?? fail(stack, `Fn::GetAtt ${id}.${attribute}: unknown for ${resource.type}`);
  }

  private join(stack: Stack, argument: Json): string {
    const [separator, parts] = this.pair(stack, argument, "Fn::Join");
    return this.texts(stack, parts).join(this.text(stack, separator));
  }

  private split(stack: Stack, argument: Json): string[] {
    const [separator, value] = this.pair(stack, argument, "Fn::Split");
    return this.text(stack, value).split(this.text(stack, separator));
  }

  private select(stack: Stack, argument: Json): Json {
    const [index, list] = this.pair(stack, argument, "Fn::Select");
    const values = this.resolve(stack, list);
    const chosen = Array.isArray(values) ? values[Number(index)] : undefined;
    return chosen ?? fail(stack, `Fn::Select finds no item ${String(index)}`);
  }

  private substitute(stack: Stack, argument: Json): string {
    const [pattern, own = null] =
      typeof argument === "string" ? [argument, {}] : this.pairOf(argument);
    if (typeof pattern !== "string" || !isObject(own)) {
      return fail(stack, "Fn::Sub takes a text and an object");
    }
    const variables: JsonObject = own;
    return pattern.replace(SUBSTITUTION, (_whole, literal: string, variable: string) => {
      if (literal !== "") return `\${${variable}}`;
      const given = variables[variable];
      if (given !== undefined) return this.text(stack, given);
      const reference = variable.includes(".") ? { "Fn::GetAtt": variable } : { Ref: variable };
      return this.text(stack, reference);
    });
  }

  private importValue(stack: Stack, name: string): Json {
    const found = this.exports.get(name);
    if (!found) return fail(stack, `Fn::ImportValue names ${name}, which no stack exports`);
    if (this.importing.has(name)) return fail(stack, `export ${name} imports itself`);
    this.importing.add(name);
    try {
      return this.resolve(found.stack, found.value);
    } finally {
      this.importing.delete(name);
    }
  }

  private subject(stack: Stack, id: string): Subject {
    return { name: this.physicalName(stack, id), account: stack.account, region: stack.region };
  }

  physicalName(stack: Stack, id: string): string {
    const resource = stack.resources.get(id);
    const property = resource && givenNameProperty(resource.type);
    const given = property === undefined ? undefined : resource?.properties[property];
    return given === undefined ? `${stack.name}-${id}` : this.text(stack, given);
  }

  private text(stack: Stack, value: Json | undefined): string {
    const resolved = value === undefined ? undefined : this.resolve(stack, value);
    if (typeof resolved === "string") return resolved;
    return fail(stack, `a text is needed where ${JSON.stringify(value)} stands`);
  }

  private texts(stack: Stack, value: Json): string[] {
    const resolved = this.resolve(stack, value);
    if (!Array.isArray(resolved)) return fail(stack, "a list is needed");
    return resolved.map((item) => this.text(stack, item));
  }

  private pairOf(argument: Json): Json[] {
    return Array.isArray(argument) ? argument : [];
  }

  private pair(stack: Stack, argument: Json, key: string): [Json, Json] {
    const [first, second] = this.pairOf(argument);
    if (first === undefined || second === undefined) return fail(stack, `${key} takes two values`);
    return [first, second];
  }
}

function fail(stack: Stack, complaint: string): never {
  throw new TemplateError(`${stack.name}: ${complaint}`);
}

export type { Resolver };

/** Answers the intrinsic functions that the CDK emits; anything else throws. */
export function createResolver(stacks: Stack[]): Resolver {
  return new Resolver(stacks);
}
