import {
  HttpApi,
  HttpIntegrationType,
  HttpMethod,
  HttpRoute,
  HttpRouteIntegration,
  HttpRouteKey,
  PayloadFormatVersion,
} from "aws-cdk-lib/aws-apigatewayv2";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Stack, Validations } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { ServiceContext } from "./service-context.ts";
import type { ServiceFunction } from "./service-function.ts";

export type ServiceRoutesProps = { service: ServiceContext; to: ServiceFunction; paths: string[] };

/** The doors of a function: any method on each path; "$default" takes what no path takes. */
export class ServiceRoutes extends Construct {
  readonly routes: HttpRoute[];

  constructor(scope: Construct, id: string, { service, to, paths }: ServiceRoutesProps) {
    super(scope, id);
    const { apiId } = service.edge;
    const httpApi = HttpApi.fromHttpApiAttributes(this, "Shared", { httpApiId: apiId });
    const integration = new FunctionIntegration(to);
    this.routes = paths.map((path) => {
      const routeKey =
        path === "$default" ? HttpRouteKey.DEFAULT : HttpRouteKey.with(path, HttpMethod.ANY);
      return new HttpRoute(this, routeId(path), { httpApi, routeKey, integration });
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "Public pages are open, all else is decided per route from the session by the policy table of packages/access; a route without a permission or a stated reason does not start.",
    });
    // HttpLambdaIntegration grants "<api>/*/*/*", which the ARN of $default does not match, or one
    // permission per route, of which a function's policy holds about fifty.
    to.lambda.addPermission("Api", {
      principal: new ServicePrincipal("apigateway.amazonaws.com"),
      sourceArn: Stack.of(this).formatArn({
        service: "execute-api",
        resource: apiId,
        resourceName: "*",
      }),
    });
  }
}

class FunctionIntegration extends HttpRouteIntegration {
  readonly #target: ServiceFunction;

  constructor(target: ServiceFunction) {
    super("Integration");
    this.#target = target;
  }

  bind() {
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: this.#target.lambda.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    };
  }
}

function routeId(path: string): string {
  const words = path.match(/[a-z]+/g) ?? ["start"];
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}
