import { TemplateError } from "../json.ts";
import type { RouteDefinition } from "../template/routes.ts";

export type Match = { route: RouteDefinition; pathParameters: Record<string, string> };

/** Finds the route of a request by its method and its decoded path. */
export type FindRoute = (method: string, path: string) => Match | undefined;

type Segment =
  | { kind: "exact"; text: string }
  | { kind: "variable"; name: string }
  | { kind: "greedy"; name: string };

type Compiled = { route: RouteDefinition; method: string; segments: Segment[] };

const RANK = { exact: 0, variable: 1, greedy: 2 };

function compileSegment(text: string): Segment {
  const [, name, plus] = /^\{([^{}+]+)(\+?)\}$/.exec(text) ?? [];
  if (name === undefined) return { kind: "exact", text };
  return { kind: plus === "+" ? "greedy" : "variable", name };
}

function compile(route: RouteDefinition): Compiled {
  const [, method, path] = /^([A-Z]+) \/(.*)$/.exec(route.key) ?? [];
  if (method === undefined || path === undefined) {
    throw new TemplateError(`the route key ${route.key} is not understood`);
  }
  return { route, method, segments: path.split("/").map(compileSegment) };
}

function parametersOf(segments: Segment[], parts: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.kind === "greedy") {
      const rest = parts.slice(index).join("/");
      return rest === "" ? undefined : { ...parameters, [segment.name]: rest };
    }
    if (segment.kind === "exact" && segment.text !== part) return undefined;
    if (segment.kind === "variable") {
      if (part === "") return undefined;
      parameters[segment.name] = part;
    }
  }
  return segments.length === parts.length ? parameters : undefined;
}

/** The more exact path goes first; of the same path, a method goes before ANY. */
function precedence(one: Compiled, other: Compiled): number {
  for (const [index, segment] of one.segments.entries()) {
    const against = other.segments[index];
    if (!against) break;
    const difference = RANK[segment.kind] - RANK[against.kind];
    if (difference !== 0) return difference;
  }
  const length = other.segments.length - one.segments.length;
  return length === 0 ? Number(one.method === "ANY") - Number(other.method === "ANY") : length;
}

export function compileRoutes(routes: RouteDefinition[]): FindRoute {
  const fallback = routes.find((route) => route.key === "$default");
  const compiled = routes
    .filter((route) => route !== fallback)
    .map(compile)
    .toSorted(precedence);
  return (method, path) => {
    const parts = path.replace(/^\//, "").split("/");
    for (const candidate of compiled) {
      if (candidate.method !== "ANY" && candidate.method !== method) continue;
      const pathParameters = parametersOf(candidate.segments, parts);
      if (pathParameters) return { route: candidate.route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
}
