import { capacityUnitsOf } from "./capacity.ts";
import { createDecide } from "./decisions.ts";
import { answerIncoming, type Outcome, type World } from "./front.ts";
import { judge } from "./iam.ts";
import { listen } from "./listen.ts";
import { learnPartitionKeys } from "./partition-keys.ts";
import { readRoles, type Role, type RoleDefinition } from "./roles.ts";
import { createSessions, type Credentials, type Sessions } from "./sessions.ts";
import { createSts } from "./sts.ts";
import { connectUpstream, type Upstream } from "./upstream.ts";

export type { PolicyDocument } from "./policy.ts";
export type { RoleDefinition } from "./roles.ts";

/** One HTTP call; a transaction or a batch is one call, its keys those of all its items. */
export type WallCall = {
  action: string;
  role: string;
  tags: Record<string, string>;
  keys: string[];
  table: string;
  allowed: boolean;
  milliseconds: number;
  /** Present when the caller asked with ReturnConsumedCapacity. */
  capacityUnits?: number;
};

export type Wall = {
  endpoint: string;
  /** What Lambda gives a function of that role; throws when the role does not trust Lambda. */
  credentialsFor(roleArn: string): Credentials;
  onCall(listener: (call: WallCall) => void): void;
  stop(): Promise<void>;
};

export type WallOptions = {
  database: string;
  roles: RoleDefinition[];
  region: string;
  account: string;
  /** The clock that temporary credentials expire by; milliseconds since 1970. */
  now?: (() => number) | undefined;
};

function functionCredentials(
  roles: ReadonlyMap<string, Role>,
  sessions: Sessions,
  roleArn: string,
): Credentials {
  const role = roles.get(roleArn);
  if (role === undefined) throw new Error(`There is no role ${roleArn}`);
  const verdict = judge(role.trust, {
    action: "sts:AssumeRole",
    resource: role.arn,
    context: new Map(),
    principal: { kind: "service", name: "lambda.amazonaws.com" },
  });
  if (verdict !== "allowed") throw new Error(`The role ${roleArn} does not trust Lambda`);
  const session = sessions.open({ role, name: role.name, tags: new Map(), expires: undefined });
  const { accessKeyId, secretAccessKey, sessionToken } = session;
  return { accessKeyId, secretAccessKey, sessionToken };
}

function report(outcome: Outcome, milliseconds: number): WallCall {
  const { action, session, keys, table, allowed, answer } = outcome;
  const tags = Object.fromEntries(session?.tags ?? []);
  const call = { action, role: session?.role.arn ?? "", tags, keys, table, allowed, milliseconds };
  const units = allowed && table !== "" ? capacityUnitsOf(answer.body) : undefined;
  return units === undefined ? call : { ...call, capacityUnits: units };
}

function describing(upstream: Upstream) {
  return async (table: string): Promise<unknown> => {
    const body = Buffer.from(JSON.stringify({ TableName: table }));
    return JSON.parse((await upstream.call("DescribeTable", body)).body.toString("utf8"));
  };
}

/**
 * Starts the proxy that holds every DynamoDB and STS call against the template's policies.
 * Throws when a policy holds anything that it cannot decide exactly.
 */
export async function startWall(options: WallOptions): Promise<Wall> {
  const now = options.now ?? Date.now;
  const roles = readRoles(options.roles);
  const sessions = createSessions(now);
  const upstream = connectUpstream(options.database);
  const place = { region: options.region, account: options.account };
  const world: World = {
    place,
    upstream,
    sessions,
    now,
    partitionKeys: learnPartitionKeys(describing(upstream)),
    decide: createDecide(place),
    sts: createSts({ roles, sessions, now }),
  };
  const listeners: ((call: WallCall) => void)[] = [];
  const server = await listen(async (incoming) => {
    const start = performance.now();
    const outcome = await answerIncoming(incoming, world);
    if (listeners.length > 0) {
      const call = report(outcome, performance.now() - start);
      for (const listener of listeners) listener(call);
    }
    return outcome.answer;
  });
  return {
    endpoint: server.endpoint,
    credentialsFor: (roleArn) => functionCredentials(roles, sessions, roleArn),
    onCall: (listener) => void listeners.push(listener),
    stop: async () => {
      await server.stop();
      upstream.stop();
    },
  };
}
