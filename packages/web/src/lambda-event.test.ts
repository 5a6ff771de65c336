import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { requestOf, resultOf } from "./lambda-event.ts";

const event = (more: Partial<APIGatewayProxyEventV2>): APIGatewayProxyEventV2 => ({
  version: "2.0",
  routeKey: "ANY /agenda",
  rawPath: "/agenda",
  rawQueryString: "gemeente=Sint-Martens-Latem&van=2026-11-27",
  headers: { host: "example" },
  isBase64Encoded: false,
  requestContext: {
    accountId: "111111111111",
    apiId: "api",
    domainName: "example",
    domainPrefix: "api",
    http: { method: "GET", path: "/agenda", protocol: "HTTP/1.1", sourceIp: "", userAgent: "" },
    requestId: "request-1",
    routeKey: "ANY /agenda",
    stage: "$default",
    time: "",
    timeEpoch: 0,
  },
  ...more,
});

describe("an event of the HTTP API", () => {
  it("becomes a request with its query, cookies and reference", () => {
    const request = requestOf(event({ cookies: ["a=1", "__Host-s=x=y"] }));
    expect(request.query.get("gemeente")).toBe("Sint-Martens-Latem");
    expect(request.cookies).toEqual({ a: "1", "__Host-s": "x=y" });
    expect(request.reference).toBe("request-1");
  });

  it("has its body decoded, and measured in bytes", () => {
    const body = Buffer.from("naam=Zoë").toString("base64");
    const request = requestOf(event({ body, isBase64Encoded: true }));
    expect([request.body, request.bodySize]).toEqual(["naam=Zoë", 9]);
  });

  it("with a query that is no query is still a request", () => {
    expect(requestOf(event({ rawQueryString: "%E0%A4%A&&=&x" })).query.has("x")).toBe(true);
  });
});

describe("an answer", () => {
  const page = (cache: string) => ({
    status: 200,
    headers: { "cache-control": cache },
    body: "é".repeat(2000),
  });

  it("for members is packed here, since the edge does not pack what it does not keep", () => {
    const result = resultOf(page("no-store"), "gzip, deflate, br");
    const unpacked = brotliDecompressSync(Buffer.from(result.body ?? "", "base64")).toString();
    expect([result.headers?.["content-encoding"], unpacked]).toEqual(["br", page("").body]);
  });

  it.each([
    ["no-store", "gzip"],
    ["public, max-age=60", "br"],
  ])("with %s for a reader of %s goes as it is", (cache, accepted) => {
    expect(resultOf(page(cache), accepted).isBase64Encoded).toBeUndefined();
  });

  it("keeps its cookies apart", () => {
    const result = resultOf({ status: 303, headers: {}, cookies: ["a=1", "b=2"], body: "" });
    expect(result.cookies).toEqual(["a=1", "b=2"]);
  });
});
