import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { createBucket } from "./edge/bucket.ts";
import { createEdge } from "./edge.ts";
import { headerOf, type Answer, type Header, type HttpRequest, type HttpResponse } from "./http.ts";
import { readApplication } from "./template/application.ts";
import { writeAssembly } from "./testing/assembly.ts";
import type { Folder } from "./testing/folder.ts";
import { sampleApp } from "./testing/sample-shop.ts";
import { siteTemplate, type SampleDistribution } from "./testing/sample-site.ts";

let folder: Folder | undefined;

afterEach(() => folder?.remove());

const LONG = "een lange bladzijde ".repeat(200);

function request(given: Partial<HttpRequest>): HttpRequest {
  return {
    method: "GET",
    path: "/",
    query: "",
    headers: [],
    body: Buffer.alloc(0),
    address: "192.0.2.7",
    ...given,
  };
}

/** An edge over the sample app, whose API answers as told; its clock moves by hand. */
function edgeWith(
  respond: (request: HttpRequest) => Partial<HttpResponse>,
  change?: (distribution: SampleDistribution) => void,
) {
  const app = sampleApp();
  folder = writeAssembly({ ...app, templates: { ...app.templates, site: siteTemplate(change) } });
  const { apis, buckets, distributions } = readApplication(folder.path);
  const asked: HttpRequest[] = [];
  const clock = { now: Date.parse("2026-11-23T06:00:00Z") };
  const api: Answer = async (asking) => {
    asked.push(asking);
    return { status: 200, headers: [], body: Buffer.from(LONG), ...respond(asking) };
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
  const get = (path: string, ...headers: Header[]) => {
    const [pathname = "", query = ""] = path.split("?");
    return answer(request({ path: pathname, query, headers }));
  };
  return { asked, clock, get, send: (given: Partial<HttpRequest>) => answer(request(given)) };
}

const cacheable = (value = "public, max-age=60") => ({
  headers: [
    ["content-type", "text/html"],
    ["cache-control", value],
  ] satisfies Header[],
});
const verdict = (response: HttpResponse) => headerOf(response.headers, "x-cache");
const header = (message: { headers: Header[] }, name: string) => headerOf(message.headers, name);

describe("a cached page", () => {
  test("kept on a later day does not exist yet when the clock is set back", async () => {
    const { asked, clock, get } = edgeWith(() => cacheable());
    await get("/agenda");
    clock.now -= 365 * 86_400_000;
    expect(verdict(await get("/agenda"))).toBe("Miss from cloudfront");
    clock.now += 5000;
    expect(verdict(await get("/agenda"))).toBe("Hit from cloudfront");
    clock.now += 365 * 86_400_000;
    expect(verdict(await get("/agenda"))).toBe("Miss from cloudfront");
    expect(asked).toHaveLength(3);
  });

  test("comes from the cache with its age until the origin said it is stale", async () => {
    const { asked, clock, get } = edgeWith(() => cacheable());
    expect(verdict(await get("/agenda"))).toBe("Miss from cloudfront");
    clock.now += 59_000;
    const hit = await get("/agenda");
    expect([verdict(hit), header(hit, "age")]).toEqual(["Hit from cloudfront", "59"]);
    clock.now += 2000;
    expect(verdict(await get("/agenda"))).toBe("Miss from cloudfront");
    expect(asked).toHaveLength(2);
  });

  test("stays no longer than the policy allows", async () => {
    const { asked, clock, get } = edgeWith(() => cacheable("max-age=86400"));
    await get("/agenda");
    clock.now += 301_000;
    await get("/agenda");
    expect(asked).toHaveLength(2);
  });

  test.each([undefined, "no-store", "private, max-age=60", "no-cache"])(
    "is not kept when the origin says %s",
    async (value) => {
      const { asked, get } = edgeWith(() => (value === undefined ? {} : cacheable(value)));
      await get("/agenda");
      await get("/agenda");
      expect(asked).toHaveLength(2);
    },
  );

  test("prefers what the origin says to shared caches", async () => {
    const { asked, get } = edgeWith(() => cacheable("max-age=60, s-maxage=0"));
    await get("/agenda");
    await get("/agenda");
    expect(asked).toHaveLength(2);
  });

  test("is kept by path and query, whatever cookie or header the viewer sends", async () => {
    const { asked, get } = edgeWith(() => cacheable());
    await get("/agenda?thema=mail", ["cookie", "session=1"], ["accept-language", "nl"]);
    expect(verdict(await get("/agenda?thema=mail", ["cookie", "session=2"]))).toContain("Hit");
    expect(verdict(await get("/agenda?thema=itsme"))).toContain("Miss");
    expect(asked[0]?.query).toBe("thema=mail");
    expect(header(asked[0]!, "cookie")).toBeUndefined();
    expect(header(asked[0]!, "accept-language")).toBeUndefined();
  });

  test("never carries a cookie that the origin sets", async () => {
    const { get } = edgeWith(() => ({ headers: [["set-cookie", "session=1"]] }));
    expect(header(await get("/agenda"), "set-cookie")).toBeUndefined();
  });

  test("that is an error is kept as long as the distribution says, or ten seconds", async () => {
    const { asked, clock, get } = edgeWith(({ path }) => ({
      status: path.endsWith("x") ? 404 : 500,
    }));
    await get("/agenda/x");
    await get("/agenda/y");
    clock.now += 11_000;
    expect(header(await get("/agenda/x"), "age")).toBe("11");
    await get("/agenda/y");
    expect(asked.map(({ path }) => path)).toEqual(["/agenda/x", "/agenda/y", "/agenda/y"]);
  });

  test("answers 304 to a viewer that has it already", async () => {
    const { get } = edgeWith(() => ({ headers: [...cacheable().headers, ["etag", '"v1"']] }));
    await get("/agenda");
    const response = await get("/agenda", ["if-none-match", 'W/"v1"']);
    expect([response.status, response.body.length]).toEqual([304, 0]);
  });

  test("is compressed as the viewer can read it, and each form is kept apart", async () => {
    const { get } = edgeWith(() => cacheable());
    const brotli = await get("/agenda", ["accept-encoding", "gzip, deflate, br"]);
    const gzip = await get("/agenda", ["accept-encoding", "gzip"]);
    const plain = await get("/agenda", ["accept-encoding", "br;q=0"]);
    expect(brotliDecompressSync(brotli.body).toString()).toBe(LONG);
    expect(gunzipSync(gzip.body).toString()).toBe(LONG);
    expect(plain.body.toString()).toBe(LONG);
    expect([header(brotli, "content-encoding"), header(gzip, "content-encoding")]).toEqual([
      "br",
      "gzip",
    ]);
    expect(header(brotli, "vary")).toBe("Accept-Encoding");
  });

  test("is neither compressed nor kept where the template says otherwise", async () => {
    const { get } = edgeWith(
      () => cacheable(),
      ({ CacheBehaviors }) => {
        CacheBehaviors[1]!["Compress"] = false;
      },
    );
    const response = await get("/agenda", ["accept-encoding", "br"]);
    expect(header(response, "content-encoding")).toBeUndefined();
  });
});

describe("everything else", () => {
  test("reaches the origin each time, with what the viewer sent except its host", async () => {
    const { asked, get } = edgeWith(() => cacheable());
    await get(
      "/registratie?a=1",
      ["cookie", "session=1"],
      ["host", "localhost:3000"],
      ["accept", "x"],
    );
    await get("/registratie?a=1");
    expect(asked).toHaveLength(2);
    const sent = Object.fromEntries(asked[0]!.headers);
    expect(sent).toMatchObject({
      cookie: "session=1",
      accept: "x",
      "x-edge": "site",
      "x-forwarded-for": "192.0.2.7",
    });
    expect(sent["host"]).toMatch(/execute-api/);
  });

  test("lets a cookie of the origin through, and is not compressed", async () => {
    const { get } = edgeWith(() => ({ headers: [["set-cookie", "session=1"]] }));
    const response = await get("/registratie", ["accept-encoding", "br"]);
    expect(header(response, "set-cookie")).toBe("session=1");
    expect(header(response, "content-encoding")).toBeUndefined();
  });

  test("refuses a method that the behaviour does not list, and a read with a body", async () => {
    const { asked, send } = edgeWith(() => ({}));
    expect((await send({ method: "POST", path: "/agenda" })).status).toBe(403);
    expect((await send({ path: "/registratie", body: Buffer.from("x") })).status).toBe(403);
    expect((await send({ method: "POST", path: "/registratie" })).status).toBe(200);
    expect(asked).toHaveLength(1);
  });

  test("shows the error page of the distribution, with its status", async () => {
    const { get } = edgeWith(
      ({ path }) => (path === "/sorry" ? { body: Buffer.from("sorry") } : { status: 503 }),
      (distribution) =>
        distribution.CustomErrorResponses.push({
          ErrorCode: 503,
          ResponseCode: 500,
          ResponsePagePath: "/sorry",
        }),
    );
    const response = await get("/registratie");
    expect([response.status, response.body.toString()]).toEqual([500, "sorry"]);
  });
});

describe("response headers", () => {
  test("are set, kept and removed as the policy says", async () => {
    const { get } = edgeWith(() => ({
      headers: [
        ["content-security-policy", "own"],
        ["referrer-policy", "no-referrer"],
        ["x-powered-by", "something"],
      ],
    }));
    const response = await get("/registratie");
    expect(header(response, "content-security-policy")).toBe("default-src 'none'");
    expect(header(response, "referrer-policy")).toBe("no-referrer");
    expect(header(response, "x-powered-by")).toBeUndefined();
    expect(header(response, "permissions-policy")).toBe("camera=()");
    expect(header(response, "strict-transport-security")).toBe(
      "max-age=31536000; includeSubDomains",
    );
    expect(header(response, "x-content-type-options")).toBe("nosniff");
  });

  test("are missing on exactly the behaviour from which the template takes the policy", async () => {
    const { get } = edgeWith(
      () => ({}),
      ({ CacheBehaviors }) => delete CacheBehaviors[1]!["ResponseHeadersPolicyId"],
    );
    expect(header(await get("/agenda"), "content-security-policy")).toBeUndefined();
    expect(header(await get("/registratie"), "content-security-policy")).toBeDefined();
  });
});

describe("static files", () => {
  test("come with type, cache header and tag, and from the cache the second time", async () => {
    const { get } = edgeWith(() => ({}));
    const response = await get("/static/site.3f2a.css", ["accept-encoding", "gzip"]);
    expect(response.status).toBe(200);
    expect(header(response, "content-type")).toBe("text/css");
    expect(header(response, "cache-control")).toBe("public, max-age=31536000, immutable");
    expect(header(response, "etag")).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect(gunzipSync(response.body).toString()).toContain("color: black");
    expect(verdict(await get("/static/site.3f2a.css", ["accept-encoding", "gzip"]))).toContain(
      "Hit",
    );
  });

  test.each([
    "/static/missing.css",
    "/static/../../manifest.json",
    "/static/..%2f..%2fmanifest.json",
    "/static/%2e%2e/%2e%2e/manifest.json",
    "/static/%00",
    "/static/%E0%A4%A",
    "/static/",
  ])("%s is no key of the bucket, so it is denied", async (path) => {
    const { asked, get } = edgeWith(() => ({}));
    expect((await get(path)).status).toBe(403);
    expect(asked).toEqual([]);
  });
});
