import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { createBucket } from './edge/bucket.ts';
import { createEdge } from './edge.ts';
import { headerOf, type Answer, type Header, type HttpRequest, type HttpResponse } from './http.ts';
import type { JsonObject } from './json.ts';
import { readApplication } from './template/application.ts';
import { writeAssembly } from './testing/assembly.ts';
import type { Folder } from './testing/folder.ts';
import { sampleApp } from './testing/sample-shop.ts';

let folder: Folder | undefined;

afterEach(() => folder?.remove());

type Distribution = {
  CacheBehaviors: JsonObject[];
  DefaultCacheBehavior: JsonObject;
  CustomErrorResponses: JsonObject[];
};

/** An edge over the sample app, whose API answers as told; its clock moves by hand. */
function edgeWith(
  respond: (request: HttpRequest) => Partial<HttpResponse>,
  change: (distribution: Distribution) => void = () => {},
) {
  const app = sampleApp();
  change(
    JSON.parse(JSON.stringify(0)) ||
      (app.templates['site']!.Resources['Site']!.Properties['DistributionConfig'] as never),
  );
  folder = writeAssembly(app);
  const { apis, buckets, distributions } = readApplication(folder.path);
  const asked: HttpRequest[] = [];
  const clock = { now: Date.parse('2026-11-23T06:00:00Z') };
  const api: Answer = async (request) => {
    asked.push(request);
    return { status: 200, headers: [], body: Buffer.from('page'), ...respond(request) };
  };
  const origins = new Map([
    [apis[0]!.domain, api],
    [buckets[0]!.domain, createBucket(buckets[0]!)],
  ]);
  const answer = createEdge({
    distribution: distributions[0]!,
    originAt: (domain) => origins.get(domain),
    now: () => clock.now,
  });
  return { asked, clock, ask: (given: Partial<HttpRequest>) => answer(request(given)), apis };
}

function request(given: Partial<HttpRequest>): HttpRequest {
  return {
    method: 'GET',
    path: '/',
    query: '',
    headers: [],
    body: Buffer.alloc(0),
    address: '192.0.2.7',
    ...given,
  };
}

const cacheControl = (value: string): { headers: Header[] } => ({
  headers: [['cache-control', value]],
});
const served = (response: HttpResponse) => headerOf(response.headers, 'x-cache');
