import { randomBytes } from "node:crypto";
import type { Context } from "./context-keys.ts";
import type { Role } from "./roles.ts";

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string };

export type Session = Credentials & {
  role: Role;
  /** arn:aws:sts::<account>:assumed-role/<role>/<session>, as AWS names it in a refusal. */
  arn: string;
  tags: ReadonlyMap<string, string>;
  /** The part of the request context that the session fixes. */
  context: Context;
  /** Equal for sessions that every policy must treat alike. */
  signature: string;
  /** Milliseconds since 1970; undefined: Lambda renews a function's own credentials in time. */
  expires: number | undefined;
};

export type SessionRequest = {
  role: Role;
  name: string;
  tags: ReadonlyMap<string, string>;
  expires: number | undefined;
};

export type Sessions = {
  open(request: SessionRequest): Session;
  find(accessKeyId: string): Session | undefined;
};

const keptAfterExpiry = 3_600_000;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function accessKeyId(): string {
  const letters = [...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length]);
  return `ASIA${letters.join("")}`;
}

function newSession({ role, name, tags, expires }: SessionRequest): Session {
  const sorted = [...tags].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    accessKeyId: accessKeyId(),
    secretAccessKey: randomBytes(30).toString("base64url"),
    sessionToken: randomBytes(48).toString("base64url"),
    role,
    arn: `arn:aws:sts::${role.account}:assumed-role/${role.name}/${name}`,
    tags,
    context: new Map([
      ["aws:principalarn", [role.arn]],
      ["aws:principalaccount", [role.account]],
      ...sorted.map(([key, value]): [string, string[]] => [
        `aws:principaltag/${key.toLowerCase()}`,
        [value],
      ]),
    ]),
    signature: JSON.stringify([role.arn, sorted]),
    expires,
  };
}

/** Sessions live in memory; those long expired are dropped when a new one is opened. */
export function createSessions(now: () => number): Sessions {
  const sessions = new Map<string, Session>();
  const sweep = (): void => {
    for (const [key, { expires }] of sessions) {
      if (expires !== undefined && expires + keptAfterExpiry <= now()) sessions.delete(key);
    }
  };
  return {
    open(request) {
      sweep();
      const session = newSession(request);
      sessions.set(session.accessKeyId, session);
      return session;
    },
    find: (key) => sessions.get(key),
  };
}
