import { createServer, type RequestListener, type Server } from "node:http";
import { PortTaken } from "../front.ts";

export type Listening = {
  port: number;
  /** From now on requests are answered; earlier ones waited for this. */
  serve(listener: RequestListener): void;
  stop(): Promise<void>;
};

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

async function bind(server: Server, port: number, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject).listen(port, host, resolve);
  await promise;
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Takes a port of this machine alone at once, on both loopback addresses where there are two; 0 is any. */
export async function listen(port: number): Promise<Listening> {
  const { promise, resolve } = Promise.withResolvers<RequestListener>();
  const create = (): Server =>
    createServer((incoming, outgoing) => void promise.then((answer) => answer(incoming, outgoing)));
  const servers = [create(), create()] as const;
  const stop = async (): Promise<void> => void (await Promise.all(servers.map(close)));
  try {
    const actual = await bind(servers[0], port, "127.0.0.1");
    await bind(servers[1], actual, "::1").catch((error: unknown) => {
      if (codeOf(error) === "EADDRINUSE") throw error;
    });
    return { port: actual, serve: resolve, stop };
  } catch (error) {
    await stop();
    if (codeOf(error) !== "EADDRINUSE") throw error;
    if (port === 0) return listen(0);
    throw new PortTaken(`Port ${port} is taken.`, { cause: error });
  }
}
