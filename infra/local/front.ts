import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { BODY_LIMIT_BYTES } from "./http-api.ts";
import type { Answer, Header, HttpRequest, HttpResponse } from "./http.ts";

export type Front = {
  port: number;
  origin: string;
  /** From now on requests are answered; earlier ones waited for this. */
  serve(answer: Answer): void;
  stop(): Promise<void>;
};

/** The port that was asked for is in use. */
export class PortTaken extends Error {
  override readonly name = "PortTaken";
}

const BAD_GATEWAY: HttpResponse = {
  status: 502,
  headers: [["content-type", "text/html"]],
  body: Buffer.from("<title>ERROR: The request could not be satisfied</title><h1>502 ERROR</h1>"),
};
const HOP_BY_HOP = new Set(["connection", "content-length", "keep-alive", "transfer-encoding"]);
const BODILESS = new Set([204, 304]);

/** Keeps one byte more than anyone accepts: enough to see that it is too much. */
async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let room = BODY_LIMIT_BYTES + 1;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk).subarray(0, room);
    room -= bytes.length;
    if (bytes.length > 0) chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function headersOf(raw: string[]): Header[] {
  const headers: Header[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers.push([(raw[index] ?? "").toLowerCase(), raw[index + 1] ?? ""]);
  }
  return headers;
}

async function toRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const target = (incoming.url ?? "/").replace(/^https?:\/\/[^/?]*/i, "");
  const [path = "", ...query] = target.split("?");
  return {
    method: incoming.method ?? "GET",
    path: path === "" ? "/" : path,
    query: query.join("?"),
    headers: headersOf(incoming.rawHeaders),
    body: await readBody(incoming),
    address: (incoming.socket.remoteAddress ?? "127.0.0.1").replace(/^::ffff:/, ""),
  };
}

function write(outgoing: ServerResponse, response: HttpResponse): void {
  const headers = response.headers.filter(([name]) => !HOP_BY_HOP.has(name));
  if (!BODILESS.has(response.status))
    headers.push(["content-length", String(response.body.length)]);
  outgoing.writeHead(response.status, headers.flat());
  outgoing.end(response.body);
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answering: Promise<Answer>,
): Promise<void> {
  try {
    const request = await toRequest(incoming);
    const answer = await answering;
    write(outgoing, await answer(request));
  } catch {
    if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
    else write(outgoing, BAD_GATEWAY);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const isTaken = codeOf(error) === "EADDRINUSE";
      reject(isTaken ? new PortTaken(`Port ${port} is taken.`, { cause: error }) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Listens on the second loopback address as well, where the machine has one. */
async function alsoOnIpv6(server: Server, port: number): Promise<Server[]> {
  try {
    await listen(server, port, "::1");
    return [server];
  } catch (error) {
    if (error instanceof PortTaken) throw error;
    return [];
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Takes the port at once; requests wait until there is an answer to give. */
export async function openFront(port = 0): Promise<Front> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const server = (): Server =>
    createServer((incoming, outgoing) => void handle(incoming, outgoing, promise));
  const first = server();
  const actual = await listen(first, port, "127.0.0.1");
  const servers = [first];
  try {
    servers.push(...(await alsoOnIpv6(server(), actual)));
  } catch (error) {
    await close(first);
    if (port !== 0) throw error;
    return openFront(0);
  }
  return {
    port: actual,
    origin: `http://localhost:${actual}`,
    serve: resolve,
    async stop() {
      await Promise.all(servers.map(close));
    },
  };
}
