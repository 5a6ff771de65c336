import { createServer } from "node:net";
import { Complaint } from "./complaint.ts";

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** The portal takes one port and its identity provider the next. */
export async function requirePorts(port: number): Promise<void> {
  if (!(await isFree(port))) {
    throw new Complaint(`Port ${port} is taken: free it, or choose another with PORT=<number>.`);
  }
  if (!(await isFree(port + 1))) {
    throw new Complaint(
      `Port ${port + 1}, which the identity provider needs beside ${port}, is taken: free it, or choose another PORT.`,
    );
  }
}
