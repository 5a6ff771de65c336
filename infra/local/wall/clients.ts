import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { AssumeRoleCommand, STSClient, type Tag } from "@aws-sdk/client-sts";
import { region, roleArn } from "./fixture.ts";
import type { Credentials } from "./sessions.ts";
import type { Wall } from "./wall.ts";

/** SDK clients as a function would have them, for the tests of this folder. */
export const dynamo = (endpoint: string, credentials: Credentials): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region, credentials, maxAttempts: 1 });

export const directly = (endpoint: string): DynamoDBClient =>
  dynamo(endpoint, { accessKeyId: "wall", secretAccessKey: "wall", sessionToken: "wall" });

export async function assume(
  wall: Wall,
  [from, to]: readonly [string, string],
  Tags: Tag[],
): Promise<Credentials> {
  const credentials = wall.credentialsFor(roleArn(from));
  const client = new STSClient({ endpoint: wall.endpoint, region, credentials, maxAttempts: 1 });
  try {
    const RoleArn = roleArn(to);
    const answer = await client.send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: "request-1", Tags }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken } = answer.Credentials ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error("no credentials");
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    };
  } finally {
    client.destroy();
  }
}

/** A DynamoDB client of one scope, as a function gets it from one of its data roles. */
export async function within(wall: Wall, role: string, scope: string): Promise<DynamoDBClient> {
  const tags = [{ Key: "scope", Value: scope }];
  return dynamo(wall.endpoint, await assume(wall, ["loans-function", role], tags));
}
