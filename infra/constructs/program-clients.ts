import {
  OAuthScope,
  ResourceServerScope,
  UserPoolClient,
  type UserPoolResourceServer,
} from "aws-cdk-lib/aws-cognito";
import { Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { IdentityList } from "./identity-list.ts";
import type { UserDirectory } from "./user-directory.ts";

export type ProgramClientsProps = { directory: UserDirectory; clients: IdentityList["clients"] };

/** Admits the programs of municipalities and organisations, each with a secret and one scope: for whom it acts. */
export function admitPrograms(scope: Construct, { directory, clients }: ProgramClientsProps): void {
  const parent = new Construct(scope, "Programs");
  const kinds = Object.groupBy(clients, ({ scope }) => partsOf(scope).kind);
  for (const [kind, members = []] of Object.entries(kinds)) {
    const server = serverFor(directory, kind, members);
    for (const member of members) programClient(parent, member, { directory, server });
  }
}

function serverFor(directory: UserDirectory, kind: string, members: IdentityList["clients"]) {
  const server = directory.pool.addResourceServer(kind, {
    identifier: kind,
    scopes: members.map(
      ({ scope, name }) =>
        new ResourceServerScope({
          scopeName: partsOf(scope).name,
          scopeDescription: `Acts for ${name}`,
        }),
    ),
  });
  // Cognito takes no resource server before the pool has a domain.
  server.node.addDependency(directory.domain);
  return server;
}

function programClient(
  parent: Construct,
  { id, scope }: IdentityList["clients"][number],
  { directory, server }: { directory: UserDirectory; server: UserPoolResourceServer },
): void {
  const client = new UserPoolClient(parent, id, {
    userPool: directory.pool,
    userPoolClientName: id,
    generateSecret: true,
    // Says that there is none: where nothing is said, Cognito allows three, one with a password.
    authFlows: { user: false },
    supportedIdentityProviders: [],
    oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.custom(scope)] },
    // Each request for a token is billed, and whoever left the region is refused by name at once.
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(1),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
  });
  client.node.addDependency(server);
}

function partsOf(scope: string): { kind: string; name: string } {
  const [kind, name, ...rest] = scope.split("/");
  if (kind === undefined || name === undefined || rest.length > 0)
    throw new Error(`The scope ${scope} is not like municipality/deinze.`);
  return { kind, name };
}
