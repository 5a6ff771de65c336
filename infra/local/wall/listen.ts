import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { jsonFault, type Answer } from "./answers.ts";
import type { Incoming } from "./front.ts";

type Reply = Answer & { headers?: Record<string, string> };
export type Listening = { endpoint: string; stop(): Promise<void> };

// A BatchWriteItem may carry 16 MB of items.
const bodyLimit = 17 * 1024 * 1024;
// Longer than the SDK keeps an idle connection, so the client is the one to close it.
const idleLimit = 120_000;

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= bodyLimit) chunks.push(bytes);
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined;
}

function send(outgoing: ServerResponse, { status, type, headers, body }: Reply): void {
  const length = Buffer.byteLength(body);
  outgoing.writeHead(status, { ...headers, "content-type": type, "content-length": length });
  outgoing.end(body);
}

async function replyTo(
  incoming: IncomingMessage,
  answer: (incoming: Incoming) => Promise<Reply>,
): Promise<Reply> {
  try {
    const body = await readBody(incoming);
    if (body === undefined) return jsonFault("RequestTooLarge", "more than 17 MB", 413);
    return await answer({ headers: incoming.headers, body });
  } catch (cause) {
    // The SDK retries this, as it would retry a broken connection to AWS.
    return jsonFault("InternalServerError", `the wall could not answer: ${String(cause)}`, 500);
  }
}

/** An HTTP server on a free port of this machine alone; `stop` cuts what is still open. */
export async function listen(answer: (incoming: Incoming) => Promise<Reply>): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: idleLimit }, (incoming, outgoing) => {
    void replyTo(incoming, answer).then((reply) => send(outgoing, reply));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}
