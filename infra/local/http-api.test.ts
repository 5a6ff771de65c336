import { describe, expect, test } from "vitest";
import { failure, type Outcome } from "./functions/outcome.ts";
import { createHttpApi } from "./http-api.ts";
import { headerOf, type HttpRequest } from "./http.ts";
import type { Json } from "./json.ts";
import type { ApiDefinition } from "./template/routes.ts";

const NOW = Date.parse("2026-11-23T06:15:07.123Z");

function apiOf(...routes: [key: string, functionName: string, timeoutMilliseconds?: number][]) {
  const api: ApiDefinition = {
    id: "abc123",
    domain: "abc123.execute-api.eu-central-1.amazonaws.com",
    account: "111111111111",
    routes: routes.map(([key, functionName, timeoutMilliseconds = 30_000]) => ({
      key,
      functionName,
      timeoutMilliseconds,
    })),
  };
  return api;
}

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

async function seenBy(api: ApiDefinition, given: Partial<HttpRequest>) {
  const seen: { name: string; event: Json }[] = [];
  const invoke = async (name: string, event: Json): Promise<Outcome> => {
    seen.push({ name, event });
    return { kind: "answer", payload: null };
  };
  const response = await createHttpApi({ api, invoke, now: () => NOW })(request(given));
  return { seen: seen[0], response };
}

async function answering(outcome: Outcome, timeoutMilliseconds = 30_000) {
  const api = apiOf(["$default", "any", timeoutMilliseconds]);
  const response = await createHttpApi({ api, invoke: async () => outcome, now: () => NOW })(
    request({}),
  );
  return { ...response, text: response.body.toString("utf8") };
}

describe("the event of a request", () => {
  test("has the form that AWS documents for payload 2.0", async () => {
    const { seen } = await seenBy(apiOf(["GET /agenda/{proxy+}", "agenda"]), {
      path: "/agenda/week%2012/lijst",
      query: "theme=itsme&theme=mail&open=ja%20graag",
      headers: [
        ["accept", "text/html"],
        ["accept", "application/json"],
        ["cookie", "session=1; taal=nl"],
        ["host", "abc123.execute-api.eu-central-1.amazonaws.com"],
        ["user-agent", "Amazon CloudFront"],
      ],
    });
    expect(seen).toEqual({
      name: "agenda",
      event: {
        version: "2.0",
        routeKey: "GET /agenda/{proxy+}",
        rawPath: "/agenda/week 12/lijst",
        rawQueryString: "theme=itsme&theme=mail&open=ja%20graag",
        cookies: ["session=1", "taal=nl"],
        headers: {
          accept: "text/html,application/json",
          host: "abc123.execute-api.eu-central-1.amazonaws.com",
          "user-agent": "Amazon CloudFront",
          "x-amzn-trace-id": expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
          "x-forwarded-for": "192.0.2.7",
          "x-forwarded-port": "443",
          "x-forwarded-proto": "https",
        },
        queryStringParameters: { theme: "itsme,mail", open: "ja graag" },
        pathParameters: { proxy: "week 12/lijst" },
        requestContext: {
          accountId: "111111111111",
          apiId: "abc123",
          domainName: "abc123.execute-api.eu-central-1.amazonaws.com",
          domainPrefix: "abc123",
          http: {
            method: "GET",
            path: "/agenda/week 12/lijst",
            protocol: "HTTP/1.1",
            sourceIp: "192.0.2.7",
            userAgent: "Amazon CloudFront",
          },
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          routeKey: "GET /agenda/{proxy+}",
          stage: "$default",
          time: "23/Nov/2026:06:15:07 +0000",
          timeEpoch: NOW,
        },
        isBase64Encoded: false,
      },
    });
  });

  test("leaves out what the request does not have", async () => {
    const { seen } = await seenBy(apiOf(["$default", "any"]), {});
    expect(Object.keys(seen?.event ?? {}).toSorted()).toEqual([
      "headers",
      "isBase64Encoded",
      "rawPath",
      "rawQueryString",
      "requestContext",
      "routeKey",
      "version",
    ]);
  });

  test.each([
    ["application/json", false],
    ["application/json; charset=utf-8", false],
    ["text/calendar", false],
    ["application/x-www-form-urlencoded", true],
    ["application/problem+json", true],
    ["multipart/form-data; boundary=x", true],
    ["image/png", true],
  ])("carries a body of type %s in base64: %s", async (type, encoded) => {
    const { seen } = await seenBy(apiOf(["$default", "any"]), {
      method: "POST",
      headers: [["content-type", type]],
      body: Buffer.from("naam=Ann"),
    });
    expect(seen?.event).toMatchObject({
      body: encoded ? Buffer.from("naam=Ann").toString("base64") : "naam=Ann",
      isBase64Encoded: encoded,
    });
  });
});

describe("the route of a request", () => {
  const api = apiOf(
    ["$default", "default"],
    ["ANY /{proxy+}", "greedy"],
    ["ANY /agenda/{proxy+}", "agenda-greedy"],
    ["ANY /agenda/{id}", "agenda-variable"],
    ["ANY /agenda/nieuw", "agenda-exact"],
    ["GET /agenda/nieuw", "agenda-exact-get"],
    ["ANY /agenda", "agenda"],
    ["POST /agenda/{id}/delen", "share"],
  );

  test.each([
    ["GET", "/agenda", "agenda"],
    ["GET", "/agenda/nieuw", "agenda-exact-get"],
    ["POST", "/agenda/nieuw", "agenda-exact"],
    ["GET", "/agenda/12", "agenda-variable"],
    ["GET", "/agenda/12/deelnemers", "agenda-greedy"],
    ["POST", "/agenda/12/delen", "share"],
    ["GET", "/agenda/12/delen", "agenda-greedy"],
    ["GET", "/agenda/12%2Fdelen", "agenda-greedy"],
    ["GET", "/leeg", "greedy"],
    ["GET", "/", "default"],
  ])(
    "%s %s is %s: exact before variable before greedy before the default",
    async (method, path, name) => {
      expect((await seenBy(api, { method, path })).seen?.name).toBe(name);
    },
  );

  test("does not depend on the order in which the template lists them", async () => {
    const turned = { ...api, routes: api.routes.toReversed() };
    expect((await seenBy(turned, { path: "/agenda/nieuw" })).seen?.name).toBe("agenda-exact-get");
  });

  test("that nobody has is 404, and a path that cannot be decoded is 400", async () => {
    const strict = apiOf(["GET /agenda", "agenda"]);
    expect((await seenBy(strict, { path: "/elders" })).response.status).toBe(404);
    expect((await seenBy(strict, { path: "/agenda", method: "POST" })).response.status).toBe(404);
    expect((await seenBy(strict, { path: "/%E0%A4%A" })).response.status).toBe(400);
  });
});

describe("the response", () => {
  test("takes status, headers, cookies and body from the answer", async () => {
    const response = await answering({
      kind: "answer",
      payload: {
        statusCode: 303,
        headers: { Location: "/agenda", "X-Count": 3 },
        cookies: ["a=1; Path=/", "b=2"],
        body: "",
      },
    });
    expect(response.status).toBe(303);
    expect(response.headers).toEqual([
      ["location", "/agenda"],
      ["x-count", "3"],
      ["set-cookie", "a=1; Path=/"],
      ["set-cookie", "b=2"],
    ]);
  });

  test("decodes a body in base64", async () => {
    const body = Buffer.from([0, 255, 1]);
    const payload = { statusCode: 200, body: body.toString("base64"), isBase64Encoded: true };
    expect((await answering({ kind: "answer", payload })).body).toEqual(body);
  });

  test("is inferred when the answer has no status code", async () => {
    const response = await answering({ kind: "answer", payload: { naam: "Ann" } });
    expect([response.status, response.text]).toEqual([200, '{"naam":"Ann"}']);
    expect(headerOf(response.headers, "content-type")).toBe("application/json");
    expect((await answering({ kind: "answer", payload: "dag" })).text).toBe("dag");
  });

  test.each<[string, Json]>([
    ["a status that is none", { statusCode: "ok" }],
    ["a body that is no text", { statusCode: 200, body: { a: 1 } }],
    ["a header that is a list", { statusCode: 200, headers: { a: ["b"] } }],
  ])("to %s is 500", async (_case, payload) => {
    expect((await answering({ kind: "answer", payload })).status).toBe(500);
  });

  test.each([
    ["Error", 500, "Internal Server Error"],
    ["Sandbox.Timedout", 500, "Internal Server Error"],
    ["TooManyRequestsException", 503, "Service Unavailable"],
    ["RequestTooLargeException", 413, "Request Entity Too Large"],
  ])(
    "to a function that fails with %s is %d and tells no detail",
    async (type, status, message) => {
      const response = await answering(failure(type, "secret detail"));
      expect([response.status, response.text]).toEqual([status, JSON.stringify({ message })]);
    },
  );

  test("to a body over the limit is 413, and no function sees it", async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    const { seen, response } = await seenBy(apiOf(["$default", "any"]), { method: "POST", body });
    expect([seen, response.status]).toEqual([undefined, 413]);
  });

  test("comes when the integration takes too long, without the function", async () => {
    const api = apiOf(["$default", "any", 50]);
    const never = () => new Promise<Outcome>(() => {});
    const response = await createHttpApi({ api, invoke: never, now: () => NOW })(request({}));
    expect([response.status, response.body.toString()]).toEqual([
      503,
      '{"message":"Service Unavailable"}',
    ]);
  });
});
