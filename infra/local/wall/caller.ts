import type { IncomingHttpHeaders } from "node:http";
import type { Session, Sessions } from "./sessions.ts";

export type Stranger = { fault: "missing" | "unknown" | "expired" };

/** Who calls, by the access key id of the signature and its session token; no signature is verified. */
export function identify(
  headers: IncomingHttpHeaders,
  sessions: Sessions,
  now: number,
): Session | Stranger {
  const key = /\bCredential=([A-Z0-9]+)\//.exec(headers.authorization ?? "")?.[1];
  if (key === undefined) return { fault: "missing" };
  const session = sessions.find(key);
  if (session === undefined) return { fault: "unknown" };
  if (headers["x-amz-security-token"] !== session.sessionToken) return { fault: "unknown" };
  if (session.expires !== undefined && session.expires <= now) return { fault: "expired" };
  return session;
}
