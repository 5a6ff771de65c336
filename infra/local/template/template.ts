import { resolve } from "node:path";
import { Fields, isObject, TemplateError, type Json } from "../json.ts";
import { readAssembly, type Stack } from "./assembly.ts";
import { attributeOf, referenceTo } from "./names.ts";
import { createResolver, type Resolver } from "./resolve.ts";
import { refuseUnknownTypes } from "./resource-types.ts";

export type Resource = {
  name: string;
  type: string;
  stack: Stack;
  id: string;
  /** What `Ref` answers. */
  reference: string;
  /** Resolved: no intrinsic function is left in it. */
  properties: Fields;
};

export type Output = { id: string; value: Json };

/** The synthesized stacks with every reference resolved, on demand. */
export class Template {
  readonly folder: string;
  readonly account: string;
  readonly region: string;
  private readonly stacks: Stack[];
  private readonly resolver: Resolver;
  private readonly known = new Map<string, Resource>();

  constructor(folder: string) {
    this.folder = resolve(folder);
    this.stacks = readAssembly(this.folder);
    refuseUnknownTypes(this.stacks);
    this.resolver = createResolver(this.stacks);
    const [first] = this.stacks;
    if (!first) throw new TemplateError(`${folder} holds no stack`);
    const stray = this.stacks.find(
      (stack) => stack.account !== first.account || stack.region !== first.region,
    );
    if (stray) throw new TemplateError(`stack ${stray.name} is in another account or region`);
    this.account = first.account;
    this.region = first.region;
  }

  resources(type: string): Resource[] {
    return this.stacks.flatMap((stack) =>
      [...stack.resources]
        .filter(([, resource]) => resource.type === type)
        .map(([id]) => this.resource(stack, id)),
    );
  }

  /** The answer to `Fn::GetAtt` on a resource of this template. */
  attribute(resource: Resource, attribute: string): string {
    const subject = { name: resource.name, account: this.account, region: this.region };
    const answer = attributeOf(resource.type, attribute, subject);
    return answer ?? resource.properties.fail(attribute, "is an unknown attribute");
  }

  outputs(pattern: RegExp): Output[] {
    return this.stacks.flatMap((stack) =>
      Object.entries(stack.outputs)
        .filter(([id, output]) => pattern.test(id) && isObject(output))
        .map(([id, output]) => ({
          id,
          value: this.resolver.resolve(stack, isObject(output) ? (output["Value"] ?? null) : null),
        })),
    );
  }

  private resource(stack: Stack, id: string): Resource {
    const raw = stack.resources.get(id);
    if (!raw) throw new TemplateError(`${stack.name} has no resource ${id}`);
    const where = `${stack.name}/${id}`;
    const known = this.known.get(where);
    if (known) return known;
    const resolved = this.resolver.resolve(stack, raw.properties);
    const name = this.resolver.physicalName(stack, id);
    const subject = { name, account: stack.account, region: stack.region };
    const resource = {
      name,
      type: raw.type,
      stack,
      id,
      reference: referenceTo(raw.type, subject) ?? name,
      properties: new Fields(isObject(resolved) ? resolved : {}, where),
    };
    this.known.set(where, resource);
    return resource;
  }
}
