import { createBucket } from "../edge/bucket.ts";
import { createEdge } from "../edge.ts";
import type { Invoke } from "../functions.ts";
import { createHttpApi } from "../http-api.ts";
import { jsonResponse, type Answer } from "../http.ts";
import { TemplateError } from "../json.ts";
import type { Application } from "../template/application.ts";

/** Who answers at the address of the site: the distribution, or the API where there is none. */
export function createDoors(application: Application, invoke: Invoke, now: () => number): Answer {
  const { apis, buckets, distributions } = application;
  const answers = new Map<string, Answer>();
  for (const api of apis) answers.set(api.domain, createHttpApi({ api, invoke, now }));
  for (const bucket of buckets) answers.set(bucket.domain, createBucket(bucket));
  const [distribution, second] = distributions;
  if (second) throw new TemplateError("more than one distribution is not run locally");
  if (distribution) {
    return createEdge({ distribution, originAt: (domain) => answers.get(domain), now });
  }
  const [api] = apis;
  const only = api && answers.get(api.domain);
  return only ?? (() => Promise.resolve(jsonResponse(404, { message: "Not Found" })));
}
