import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  type TableDescription,
} from "@aws-sdk/client-dynamodb";
import { setTimeout as pause } from "node:timers/promises";
import { missingIndexes } from "./table-difference.ts";
import { readTable, type TableProperties, type TableShape } from "./table-properties.ts";

export type { TableProperties } from "./table-properties.ts";

const indexLimit = 600;

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  if (Table === undefined) throw new Error(`The table ${name} has no description`);
  return Table;
}

async function find(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return await describe(client, name);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

const streamOf = (table: TableShape) =>
  table.stream === undefined
    ? {}
    : { StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream } };

async function create(client: DynamoDBClient, table: TableShape): Promise<void> {
  const { globalIndexes, localIndexes } = table;
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: table.keySchema,
      AttributeDefinitions: table.attributes,
      ...(globalIndexes.length > 0 && { GlobalSecondaryIndexes: globalIndexes }),
      ...(localIndexes.length > 0 && { LocalSecondaryIndexes: localIndexes }),
      ...streamOf(table),
    }),
  );
}

async function untilActive(client: DynamoDBClient, name: string): Promise<void> {
  for (let round = 0; round < indexLimit; round += 1) {
    const { TableStatus, GlobalSecondaryIndexes = [] } = await describe(client, name);
    const isActive = GlobalSecondaryIndexes.every(({ IndexStatus }) => IndexStatus === "ACTIVE");
    if (TableStatus === "ACTIVE" && isActive) return;
    await pause(100);
  }
  throw new Error(`The table ${name} did not become active within a minute`);
}

/** Adds what can be added to a table in use; throws on every other difference. */
async function extend(
  client: DynamoDBClient,
  table: TableShape,
  existing: TableDescription,
): Promise<void> {
  for (const index of missingIndexes(table, existing)) {
    const change = {
      TableName: table.name,
      AttributeDefinitions: table.attributes,
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    };
    await client.send(new UpdateTableCommand(change));
    await untilActive(client, table.name);
  }
  if (table.stream !== undefined && existing.StreamSpecification?.StreamEnabled !== true) {
    await client.send(new UpdateTableCommand({ TableName: table.name, ...streamOf(table) }));
  }
}

async function setExpiry(client: DynamoDBClient, table: TableShape): Promise<void> {
  const { name, expiryAttribute } = table;
  if (expiryAttribute === undefined) return;
  const found = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
  if (found.TimeToLiveDescription?.AttributeName === expiryAttribute) return;
  const TimeToLiveSpecification = { AttributeName: expiryAttribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
}

async function ensure(
  client: DynamoDBClient,
  table: TableShape,
): Promise<[string, { streamArn: string | undefined }]> {
  const existing = await find(client, table.name);
  if (existing === undefined) await create(client, table);
  else await extend(client, table, existing);
  await untilActive(client, table.name);
  await setExpiry(client, table);
  const { LatestStreamArn } = await describe(client, table.name);
  const streamArn = table.stream === undefined ? undefined : LatestStreamArn;
  return [table.name, { streamArn }];
}

/**
 * Creates each missing table, adds missing global indexes to the others, and returns the physical
 * names with their streams. Throws when an existing table has other keys, indexes or another
 * stream: nothing is ever created anew over stored data.
 */
export async function createTables(
  endpoint: string,
  tables: TableProperties[],
): Promise<Map<string, { streamArn: string | undefined }>> {
  const client = new DynamoDBClient({
    endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "wall", secretAccessKey: "wall" },
  });
  try {
    const shapes = tables.map(readTable);
    return new Map(await Promise.all(shapes.map((shape) => ensure(client, shape))));
  } finally {
    client.destroy();
  }
}
