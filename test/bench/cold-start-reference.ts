import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";

const { DATA_ROLE_PUBLIC, REGION_ID, TABLE_NAME } = process.env;

/** The least that a handler behind the wall can do: take a data role, read one row. */
export async function handler(): Promise<{ statusCode: number; body: string }> {
  const { Credentials } = await new STSClient({}).send(
    new AssumeRoleCommand({
      RoleArn: DATA_ROLE_PUBLIC,
      RoleSessionName: "data",
      Tags: [{ Key: "scope", Value: "public" }],
    }),
  );
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = Credentials ?? {};
  const database = new DynamoDBClient({
    credentials: {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    },
  });
  await database.send(
    new GetItemCommand({
      TableName: TABLE_NAME,
      Key: { pk: { S: `public#${REGION_ID}#reference` }, sk: { S: "reference" } },
    }),
  );
  return { statusCode: 200, body: "read" };
}
