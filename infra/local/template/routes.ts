import { functionName } from "./functions.ts";
import type { Resource, Template } from "./template.ts";

export type RouteDefinition = { key: string; functionName: string; timeoutMilliseconds: number };

export type ApiDefinition = {
  id: string;
  domain: string;
  account: string;
  routes: RouteDefinition[];
};

/** The longest that an HTTP API waits for an integration. */
const LONGEST_WAIT_MILLISECONDS = 30_000;

function readRoute(route: Resource, integrations: Map<string, Resource>): RouteDefinition {
  const properties = route.properties;
  if ((properties.optionalText("AuthorizationType") ?? "NONE") !== "NONE") {
    properties.fail("AuthorizationType", "is not run locally");
  }
  const target = properties.text("Target").replace(/^integrations\//, "");
  const integration = integrations.get(target);
  if (!integration) return properties.fail("Target", `names no integration: ${target}`);
  const details = integration.properties;
  if (details.text("IntegrationType") !== "AWS_PROXY")
    details.fail("IntegrationType", "is unknown");
  if (details.text("PayloadFormatVersion") !== "2.0") {
    details.fail("PayloadFormatVersion", "is not 2.0");
  }
  return {
    key: properties.text("RouteKey"),
    functionName: functionName(details.text("IntegrationUri")),
    timeoutMilliseconds: details.number("TimeoutInMillis", LONGEST_WAIT_MILLISECONDS),
  };
}

/** The HTTP APIs with their routes, which may stand in other stacks than the API. */
export function readApis(template: Template): ApiDefinition[] {
  const integrations = new Map(
    template.resources("AWS::ApiGatewayV2::Integration").map((item) => [item.reference, item]),
  );
  const routes = template.resources("AWS::ApiGatewayV2::Route");
  return template.resources("AWS::ApiGatewayV2::Api").map((api) => ({
    id: api.reference,
    domain: template.attribute(api, "ApiEndpoint").replace("https://", ""),
    account: template.account,
    routes: routes
      .filter((route) => route.properties.text("ApiId") === api.reference)
      .map((route) => readRoute(route, integrations)),
  }));
}
