import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { Scope, ScopeKind } from "@digihulp/access";

export type DataRoles = Partial<Record<ScopeKind, string>>;

export type Sessions = {
  /** A client that can reach this scope's rows and no others. */
  readonly clientFor: (scope: Scope) => DynamoDBClient;
};

const SESSION_SECONDS = 3600;
/** Sessions of tenants that a warm function keeps; beyond it the oldest is dropped. */
const MOST_SESSIONS = 64;

function assumeRole(sts: STSClient, role: string, tag: string) {
  return async () => {
    const { Credentials: issued } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role,
        RoleSessionName: "data",
        DurationSeconds: SESSION_SECONDS,
        Tags: [{ Key: "scope", Value: tag }],
      }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = issued ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
      throw new Error("the data role gave no credentials");
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    };
  };
}

/**
 * Sessions by scope: each assumes the data role of the scope's kind, tagged with the scope, and lasts
 * an hour. The function's own credentials reach no row at all.
 */
export function openSessions(roles: DataRoles): Sessions {
  const sts = new STSClient({});
  const clients = new Map<string, DynamoDBClient>();
  const open = (scope: Scope): DynamoDBClient => {
    const role = roles[scope.kind];
    if (!role) throw new Error(`this function has no data role for ${scope.kind}`);
    const first = clients.keys().next().value;
    if (clients.size >= MOST_SESSIONS && first !== undefined) clients.delete(first);
    return new DynamoDBClient({ credentials: assumeRole(sts, role, scope.tag) });
  };
  return {
    clientFor: (scope) => {
      const known = clients.get(scope.tag);
      if (known) return known;
      const client = open(scope);
      clients.set(scope.tag, client);
      return client;
    },
  };
}
