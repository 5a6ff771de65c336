import * as z from "zod/mini";
import type { ApiShape, Route } from "./route.ts";

type Described = Pick<Route<never>, "method" | "path" | "kind" | "summary" | "shape">;
export type DescribedService = { readonly service: string; readonly routes: readonly Described[] };

const PROBLEM = {
  type: "object",
  description: "An error, RFC 9457.",
  required: ["type", "status", "title"],
  properties: {
    type: { type: "string" },
    status: { type: "integer" },
    title: { type: "string" },
    reference: { type: "string" },
    issues: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "message"],
        properties: { field: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

const schemaOf = (schema: z.core.$ZodType, io: "input" | "output") => {
  // The document names its dialect once; custom checks (dates, ids) are strings on the wire.
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "custom") jsonSchema.type = "string";
    },
  });
  return plain;
};

function queryParameters(shape: ApiShape | undefined) {
  const { properties = {}, required = [] } = shape?.query ? schemaOf(shape.query, "input") : {};
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

const pathParameters = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

const problemAnswer = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

function responses({ kind, shape }: Described) {
  const content =
    kind === "feed"
      ? { "text/calendar": { schema: { type: "string" } } }
      : {
          "application/json": { schema: shape?.response ? schemaOf(shape.response, "output") : {} },
        };
  return {
    "200": { description: "The answer.", content },
    "404": problemAnswer("No such thing, or not for you; both look the same."),
    "422": problemAnswer("The request does not fit."),
    "500": problemAnswer("A fault on our side, with a reference."),
  };
}

const operation = (service: string, route: Described) => ({
  operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-zA-Z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
  tags: [service],
  summary: route.summary,
  parameters: [...pathParameters(route.path), ...queryParameters(route.shape)],
  ...(route.shape?.body
    ? {
        requestBody: {
          required: true,
          content: { "application/json": { schema: schemaOf(route.shape.body, "input") } },
        },
      }
    : {}),
  responses: responses(route),
});

/** The OpenAPI 3.1 document of the JSON API and the feeds, made from the route tables alone. */
export function openApiDocument(services: readonly DescribedService[], title: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { service, routes } of services)
    for (const route of routes.filter(({ kind }) => kind !== "page")) {
      const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(service, route) };
    }
  return {
    openapi: "3.1.0",
    info: { title, version: "1", description: "JSON API; errors are RFC 9457 problem documents." },
    servers: [{ url: "/" }],
    tags: services.map(({ service }) => ({ name: service })),
    paths,
    components: { schemas: { Problem: PROBLEM } },
  };
}
