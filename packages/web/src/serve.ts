import { Logger } from "@aws-lambda-powertools/logger";
import wrap from "@middy/core";
import { brusselsWallTime } from "@digihulp/kernel";
import type { Identify } from "@digihulp/access/session";
import { regionById } from "@digihulp/region";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Note } from "./dispatch.ts";
import { makeSite } from "./dispatch.ts";
import type { Environment } from "./environment.ts";
import { requestOf, resultOf } from "./lambda-event.ts";
import type { Route } from "./route.ts";

const MOST_FRAMES = 5;

/** Only the kind of an error and where it was thrown: its message may quote somebody's words. */
function whereThrown(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { error: typeof cause };
  const frames = (cause.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line));
  return { error: cause.name, at: frames.slice(0, MOST_FRAMES).map((line) => line.trim()) };
}

/** Writes what went wrong to the log, without anything that a person gave us. */
export const noteTo =
  (logger: Pick<Logger, "warn" | "error">) =>
  ({ cause, ...note }: Note): void => {
    if (note.event === "denied") logger.warn("denied", note);
    else logger.error("fault", { ...note, ...whereThrown(cause) });
  };

export type Service<Deps> = {
  readonly routes: readonly Route<Deps>[];
  readonly deps: Deps;
  readonly env: Environment;
  readonly identify: Identify;
};

/** The Lambda handler of a service's pages and API behind the HTTP API. */
export function serve<Deps>({ routes, deps, env, identify }: Service<Deps>) {
  const logger = new Logger({ serviceName: env.service });
  const { notice } = env;
  const region = regionById(env.regionId);
  const site = makeSite(routes, deps, {
    region: notice ? { ...region, notice } : region,
    origin: env.origin,
    now: () => brusselsWallTime(Date.now()),
    identify,
    note: noteTo(logger),
  });
  return wrap<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
    async (event: APIGatewayProxyEventV2) =>
      resultOf(await site(requestOf(event)), event.headers["accept-encoding"]),
  );
}
