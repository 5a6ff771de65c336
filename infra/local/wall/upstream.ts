import { Agent, request } from "node:http";

export type Reply = { status: number; headers: Record<string, string>; body: Buffer };
export type Upstream = {
  call(operation: string, body: Buffer): Promise<Reply>;
  stop(): void;
};

export const targetPrefix = "DynamoDB_20120810.";

// DynamoDB Local wants a key id of letters and digits, and verifies no signature.
const authorization =
  "AWS4-HMAC-SHA256 Credential=wall/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

const passedOn = ["content-type", "x-amzn-requestid", "x-amz-crc32"];

function replyHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of passedOn) {
    const value = headers[name];
    if (typeof value === "string") kept[name] = value;
  }
  return kept;
}

/** Speaks to the database over connections that stay open, under one fixed key. */
export function connectUpstream(endpoint: string): Upstream {
  const { hostname, port } = new URL(endpoint);
  // Idle connections are closed before the database does it: a reset would lose a request.
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 32, timeout: 15_000 });
  const call = (operation: string, body: Buffer): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization,
        "content-type": "application/x-amz-json-1.0",
        "content-length": body.length,
        "x-amz-target": targetPrefix + operation,
      };
      const outgoing = request({ hostname, port, method: "POST", path: "/", agent, headers });
      outgoing.on("error", reject);
      outgoing.on("response", (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 500,
            headers: replyHeaders(incoming.headers),
            body: Buffer.concat(chunks),
          }),
        );
      });
      outgoing.end(body);
    });
  return { call, stop: () => agent.destroy() };
}
