import { Agent, request } from "node:http";
import type { JsonObject } from "../../infra/local/json.ts";
import type { Wall } from "../../infra/local/wall/wall.ts";

export type Credentials = ReturnType<Wall["credentialsFor"]>;

/** What became of one call to the wall. */
export type Reply = { readonly isRefused: boolean; readonly text: string };

/** Calls without a client that would hold back a malformed one. */
export type WallCalls = {
  dynamo(credentials: Credentials, operation: string, input: JsonObject): Promise<Reply>;
  /** Undefined when the role may not be assumed so. */
  assume(
    credentials: Credentials,
    role: string,
    tags: readonly (readonly [string, string])[],
  ): Promise<Credentials | undefined>;
  stop(): void;
};

const REFUSED = /AccessDenied|InvalidClientTokenId|UnrecognizedClient/;

type Posted = { readonly status: number; readonly text: string };

function post(
  endpoint: string,
  headers: Record<string, string>,
  sent: { agent: Agent; body: string },
) {
  return new Promise<Posted>((resolve, reject) => {
    const outgoing = request(
      endpoint,
      { method: "POST", headers, agent: sent.agent },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({ status: incoming.statusCode ?? 0, text });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(sent.body);
  });
}

const signed = ({ accessKeyId, sessionToken }: Credentials) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261125/eu-central-1/any/aws4_request, SignedHeaders=host, Signature=0`,
  "x-amz-security-token": sessionToken,
});

const inside = (element: string, xml: string): string =>
  new RegExp(`<${element}>(.*?)</${element}>`).exec(xml)?.[1] ?? "";

function assumption(role: string, tags: readonly (readonly [string, string])[]): string {
  const form = new URLSearchParams({
    Action: "AssumeRole",
    Version: "2011-06-15",
    RoleArn: role,
    RoleSessionName: "probe",
  });
  for (const [at, [key, value]] of tags.entries()) {
    form.set(`Tags.member.${at + 1}.Key`, key);
    form.set(`Tags.member.${at + 1}.Value`, value);
  }
  return form.toString();
}

/** Opens a line to a wall; an answer that is neither a yes nor a refusal of the wall throws. */
export function wallCalls({ endpoint }: Wall): WallCalls {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    async dynamo(credentials, operation, input) {
      const headers = {
        ...signed(credentials),
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDB_20120810.${operation}`,
      };
      const { status, text } = await post(endpoint, headers, {
        agent,
        body: JSON.stringify(input),
      });
      if (status >= 500) throw new Error(`${operation}: ${text}`);
      return { isRefused: status !== 200 && REFUSED.test(text), text };
    },
    async assume(credentials, role, tags) {
      const headers = {
        ...signed(credentials),
        "content-type": "application/x-www-form-urlencoded",
      };
      const body = assumption(role, tags);
      const { status, text } = await post(endpoint, headers, { agent, body });
      if (status !== 200 && !/AccessDenied|ValidationError/.test(text)) throw new Error(text);
      if (status !== 200) return undefined;
      return {
        accessKeyId: inside("AccessKeyId", text),
        secretAccessKey: inside("SecretAccessKey", text),
        sessionToken: inside("SessionToken", text),
      };
    },
    stop: () => agent.destroy(),
  };
}
