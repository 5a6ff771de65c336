import { at, list, name, ofType, type Resource, target, text } from "./resources.ts";

const api = "AWS::ApiGatewayV2";

/** Where each route ends, as `digihulp-agenda: ANY /agenda -> WebFunction...`. */
export function routeTable(resources: Resource[]): string[] {
  return ofType(resources, `${api}::Route`)
    .map((route) => {
      const lambda = functionOf(route, resources);
      return `${route.stack}: ${text(route.properties["RouteKey"])} -> ${lambda?.id.replace(/Function.*/, "")}`;
    })
    .toSorted();
}

/** A route, its integration and its function deploy together; the edge knows none of them. */
export function routesLiveWithTheirService(resources: Resource[]): string[] {
  return ofType(resources, `${api}::Route`).flatMap((route) => {
    const shared = text(at(route.properties, "ApiId", "Fn::ImportValue"));
    if (!shared.startsWith("digihulp-edge:")) return [`${name(route)} has an API of its own`];
    if (functionOf(route, resources) === undefined)
      return [`${name(route)} leads out of its service`];
    return [];
  });
}

function functionOf(route: Resource, resources: Resource[]): Resource | undefined {
  const find = (type: string, id: string | undefined) =>
    ofType(resources, type).find((each) => each.stack === route.stack && each.id === id);
  const [, reference] = list(at(route.properties, "Target", "Fn::Join", 1));
  const integration = find(`${api}::Integration`, target(reference));
  return find("AWS::Lambda::Function", target(integration?.properties["IntegrationUri"]));
}
