import { Logger } from "@aws-lambda-powertools/logger";
import wrap from "@middy/core";
import { brusselsWallTime } from "@digihulp/kernel";
import { regionById } from "@digihulp/region";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Note } from "./dispatch.ts";
import { makeSite } from "./dispatch.ts";
import type { Environment } from "./environment.ts";
import { requestOf, resultOf } from "./lambda-event.ts";
import type { Route } from "./route.ts";

/** Only the kind of an error and where it was thrown: its message may quote somebody's words. */
const whereThrown = (cause: unknown): Record<string, unknown> =>
  cause instanceof Error
    ? {
        error: cause.name,
        at: (cause.stack ?? "")
          .split("\n")
          .slice(1, 6)
          .map((line) => line.trim()),
      }
    : { error: typeof cause };

/** Writes what went wrong to the log, without anything that a person gave us. */
export const noteTo =
  (logger: Pick<Logger, "warn" | "error">) =>
  ({ cause, ...note }: Note): void => {
    if (note.event === "denied") logger.warn("denied", note);
    else logger.error("fault", { ...note, ...whereThrown(cause) });
  };

/** The Lambda handler of a service's pages and API behind the HTTP API. */
export function serve<Deps>(routes: readonly Route<Deps>[], deps: Deps, env: Environment) {
  const logger = new Logger({ serviceName: env.service });
  const site = makeSite(routes, deps, {
    region: regionById(env.regionId),
    origin: env.origin,
    now: () => brusselsWallTime(Date.now()),
    note: noteTo(logger),
  });
  return wrap<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
    async (event: APIGatewayProxyEventV2) => resultOf(await site(requestOf(event))),
  );
}
