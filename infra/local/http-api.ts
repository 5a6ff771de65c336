import { randomUUID } from "node:crypto";
import type { Invoke } from "./functions.ts";
import { toResponse, TOO_LARGE } from "./http-api/answer.ts";
import { toEvent } from "./http-api/event.ts";
import { compileRoutes } from "./http-api/routes.ts";
import { jsonResponse, type Answer, type HttpRequest, type HttpResponse } from "./http.ts";
import type { ApiDefinition } from "./template/routes.ts";

export type HttpApiOptions = { api: ApiDefinition; invoke: Invoke; now: () => number };

/** The payload quota of an HTTP API. */
export const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

const LATE = jsonResponse(503, { message: "Service Unavailable" });

/** An HTTP API decodes the path before it looks for the route, and cuts it at a decoded `?`. */
function decodedPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path).replace(/\?.*$/s, "");
  } catch {
    return undefined;
  }
}

function within(milliseconds: number, work: Promise<HttpResponse>): Promise<HttpResponse> {
  const { promise, resolve } = Promise.withResolvers<HttpResponse>();
  const timer = setTimeout(() => resolve(LATE), milliseconds);
  void work.then(resolve).finally(() => clearTimeout(timer));
  return promise;
}

async function answer(
  request: HttpRequest,
  options: HttpApiOptions,
  find: ReturnType<typeof compileRoutes>,
) {
  if (request.body.length > BODY_LIMIT_BYTES) return TOO_LARGE;
  const path = decodedPath(request.path);
  if (path === undefined) return jsonResponse(400, { message: "Bad Request" });
  const match = find(request.method, path);
  if (!match) return jsonResponse(404, { message: "Not Found" });
  const { api, invoke, now } = options;
  const event = toEvent(request, { api, match, path, requestId: randomUUID(), now: now() });
  const { functionName, timeoutMilliseconds } = match.route;
  return within(timeoutMilliseconds, invoke(functionName, event).then(toResponse));
}

/** One HTTP API of the template: its routes in front of its functions. */
export function createHttpApi(options: HttpApiOptions): Answer {
  const find = compileRoutes(options.api.routes);
  return (request) => answer(request, options, find);
}
