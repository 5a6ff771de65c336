import { CreateTableCommand, DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { Sessions, TableDefinition } from "@digihulp/store";
import { newId } from "@digihulp/kernel";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { inject } from "vitest";

const text = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });
const keys = (partition: string, sort: string | undefined) => [
  { AttributeName: partition, KeyType: "HASH" as const },
  ...(sort ? [{ AttributeName: sort, KeyType: "RANGE" as const }] : []),
];

export type TestTable = {
  readonly definition: TableDefinition;
  /** The same client for every scope: what the wall adds is tested on the running stack. */
  readonly sessions: Sessions;
  /** Every row as it stands, for assertions that no code path of the product could make. */
  readonly rows: () => Promise<Record<string, unknown>[]>;
};

/** A new table in the DynamoDB Local that the test run started, with the indexes of the definition. */
export async function testTable(define: (name: string) => TableDefinition): Promise<TestTable> {
  const definition = define(newId("test", Date.now()));
  const client = new DynamoDBClient({
    endpoint: inject("dynamodb"),
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const indexes = Object.entries(definition.indexes);
  const attributes = indexes.flatMap(([, { partition, sort }]) => [
    partition,
    ...(sort ? [sort] : []),
  ]);
  await client.send(
    new CreateTableCommand({
      TableName: definition.name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: keys("pk", "sk"),
      AttributeDefinitions: ["pk", "sk", ...new Set(attributes)].map(text),
      ...(indexes.length > 0
        ? {
            GlobalSecondaryIndexes: indexes.map(([IndexName, { partition, sort }]) => ({
              IndexName,
              KeySchema: keys(partition, sort),
              Projection: { ProjectionType: "ALL" as const },
            })),
          }
        : {}),
    }),
  );
  return {
    definition,
    sessions: { clientFor: () => client },
    rows: async () => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: definition.name }));
      return Items.map((item) => unmarshall(item));
    },
  };
}
