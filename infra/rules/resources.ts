import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export type Resource = { stack: string; id: string; type: string; properties: JsonObject };

/** A rule answers one sentence for each breach it finds in all templates together. */
export type Rule = (resources: Resource[]) => string[];

/** Reads the resources of every template in the folder that a synthesis wrote. */
export function readResources(folder: string): Resource[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".template.json"))
    .flatMap((file) => {
      const template: Json = JSON.parse(readFileSync(join(folder, file), "utf8"));
      const stack = file.slice(0, -".template.json".length);
      return Object.entries(object(at(template, "Resources"))).map(([id, resource]) => ({
        stack,
        id,
        type: text(at(resource, "Type")),
        properties: object(at(resource, "Properties")),
      }));
    });
}

export function ofType(resources: Resource[], type: string): Resource[] {
  return resources.filter((resource) => resource.type === type);
}

export function name({ stack, id }: Resource): string {
  return `${stack}/${id}`;
}

export function at(value: Json | undefined, ...path: (string | number)[]): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value) && typeof key === "number") return at(value[key], ...rest);
  return isObject(value) ? at(value[key], ...rest) : undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** CloudFormation writes a list of one as the thing itself. */
export function list(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** A text, with "..." where CloudFormation fills something in. */
export function flat(value: Json | undefined): string {
  if (typeof value === "string") return value;
  return list(at(value, "Fn::Join", 1))
    .map((part) => (typeof part === "string" ? part : "..."))
    .join("");
}

/** The logical id that a Ref or Fn::GetAtt names, within the same stack. */
export function target(value: Json | undefined): string | undefined {
  const id = at(value, "Ref") ?? at(value, "Fn::GetAtt", 0);
  return typeof id === "string" ? id : undefined;
}

export function same(one: Json | undefined, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** One sentence for each of the things that are so and should not be. */
export function breaches(resource: Resource, found: Record<string, boolean>): string[] {
  return Object.entries(found).flatMap(([what, isSo]) =>
    isSo ? [`${name(resource)}: ${what}`] : [],
  );
}
