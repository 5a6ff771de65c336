import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as f from "./fixture.ts";
import { startWall, type Wall } from "./wall.ts";

// Stands in for the database, to see which bytes arrive there and over which connections.
type Arrival = {
  target: unknown;
  authorization: unknown;
  type: unknown;
  body: string;
  port: number;
};
const arrivals: Arrival[] = [];
let behaviour: "answer" | "hang up" = "answer";
const reply = '{"Item":{"pk":{"S":"é"}}, "spaces" : true}';
const described = JSON.stringify({
  Table: { KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }] },
});
let upstream: Server;
let wall: Wall;
let headers: Record<string, string>;

beforeAll(async () => {
  upstream = createServer(async (incoming, outgoing) => {
    let body = "";
    for await (const chunk of incoming) body += String(chunk);
    const { "x-amz-target": target, authorization, "content-type": type } = incoming.headers;
    const isQuestion = String(target).endsWith("DescribeTable");
    if (!isQuestion) {
      arrivals.push({ target, authorization, type, body, port: incoming.socket.remotePort ?? 0 });
    }
    if (behaviour === "hang up") return void incoming.socket.destroy();
    outgoing.setHeader("x-amzn-requestid", "request-7");
    outgoing.end(isQuestion ? described : reply);
  });
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  const address = upstream.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  const anyKey = f.policy({ Effect: "Allow", Action: "dynamodb:*", Resource: f.tableArn });
  wall = await startWall({
    database: `http://127.0.0.1:${address.port}`,
    region: f.region,
    account: f.account,
    roles: [{ arn: f.roleArn("loader"), trust: f.lambdaTrust, policies: [anyKey] }],
  });
  const { accessKeyId, sessionToken } = wall.credentialsFor(f.roleArn("loader"));
  headers = {
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/x/dynamodb/aws4_request`,
    "x-amz-security-token": sessionToken,
    "x-amz-target": "DynamoDB_20120810.GetItem",
    "content-type": "application/x-amz-json-1.0",
  };
});

beforeEach(() => {
  arrivals.length = 0;
  behaviour = "answer";
});

afterAll(async () => {
  await wall.stop();
  upstream.closeAllConnections();
  await new Promise((resolve) => upstream.close(resolve));
});

const post = (body: string, more: Record<string, string> = {}) =>
  fetch(wall.endpoint, { method: "POST", body, headers: { ...headers, ...more } });
const get = `{ "TableName" : "${f.table}", "Key":{"pk":{"S":"\\u00e9é"}} }`;

it("passes an allowed call on byte for byte, under its own name", async () => {
  const answer = await post(get, { "content-type": "application/x-amz-cbor-1.1" });
  expect(await answer.text()).toBe(reply);
  expect(answer.headers.get("x-amzn-requestid")).toBe("request-7");
  expect(arrivals).toMatchObject([
    {
      body: get,
      target: "DynamoDB_20120810.GetItem",
      type: "application/x-amz-json-1.0",
      authorization: expect.stringContaining("Credential=wall/"),
    },
  ]);
});

it("keeps its connection to the database", async () => {
  for (let call = 0; call < 5; call += 1) await (await post(get)).text();
  expect(arrivals).toHaveLength(5);
  expect(new Set(arrivals.map(({ port }) => port)).size).toBe(1);
});

it("carries the 16 MB of a batch, and not much more", async () => {
  const Item = { pk: { S: "a" }, data: { S: "x".repeat(400_000) } };
  const requests = (count: number) =>
    Array.from({ length: count }, () => ({ PutRequest: { Item } }));
  const batch = (count: number) =>
    post(JSON.stringify({ RequestItems: { [f.table]: requests(count) } }), {
      "x-amz-target": "DynamoDB_20120810.BatchWriteItem",
    });
  expect((await batch(41)).status).toBe(200);
  expect((await batch(45)).status).toBe(413);
  expect(arrivals.map(({ body }) => body.length > 16_000_000)).toEqual([true]);
});

it.each([
  ["a body that is no JSON", get.slice(1), {}, "SerializationException"],
  ["a list", "[]", {}, "SerializationException"],
  ["an operation nobody knows", get, { "x-amz-target": "DynamoDB_20120810.Guess" }, "AccessDenied"],
  ["streams", get, { "x-amz-target": "DynamoDBStreams_20120810.GetRecords" }, "AccessDenied"],
  ["an empty target", get, { "x-amz-target": "" }, "AccessDenied"],
  ["two targets", get, { "x-amz-target": "DynamoDB_20120810.GetItem, x" }, "AccessDenied"],
])("sends nothing on of %s", async (...[, body, more, fault]) => {
  const answer = await post(body, more);
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(fault)]);
  expect(arrivals).toEqual([]);
});

it("answers with a fault that clients retry when the database hangs up", async () => {
  behaviour = "hang up";
  const answer = await post(get);
  expect([answer.status, await answer.text()]).toEqual([
    500,
    expect.stringContaining("InternalServerError"),
  ]);
});
