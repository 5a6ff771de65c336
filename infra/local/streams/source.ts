import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record,
} from "@aws-sdk/client-dynamodb-streams";

export type Shard = { id: string; parentId: string | undefined; isClosed: boolean };

/** Where reading of a shard starts. */
export type StartingPoint = "TRIM_HORIZON" | "LATEST" | { after: string };

export type Page = { records: _Record[]; next: string | undefined };

/** One stream of the database; the pump reads it, tests put another in its place. */
export type StreamSource = {
  shards(): Promise<Shard[]>;
  iterator(shardId: string, from: StartingPoint): Promise<string | undefined>;
  read(iterator: string, limit: number): Promise<Page>;
};

export type StreamClient = { source(streamArn: string): StreamSource; stop(): void };

async function shardsOf(client: DynamoDBStreamsClient, StreamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let ExclusiveStartShardId: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({
        StreamArn,
        ...(ExclusiveStartShardId === undefined ? {} : { ExclusiveStartShardId }),
      }),
    );
    for (const shard of StreamDescription?.Shards ?? []) {
      if (shard.ShardId === undefined) continue;
      shards.push({
        id: shard.ShardId,
        parentId: shard.ParentShardId,
        isClosed: shard.SequenceNumberRange?.EndingSequenceNumber !== undefined,
      });
    }
    ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId;
  } while (ExclusiveStartShardId !== undefined);
  return shards;
}

function sourceOf(client: DynamoDBStreamsClient, StreamArn: string): StreamSource {
  return {
    shards: () => shardsOf(client, StreamArn),
    async iterator(ShardId, from) {
      const start =
        typeof from === "string"
          ? { ShardIteratorType: from }
          : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER" as const, SequenceNumber: from.after };
      const answer = await client.send(
        new GetShardIteratorCommand({ StreamArn, ShardId, ...start }),
      );
      return answer.ShardIterator;
    },
    async read(ShardIterator, Limit) {
      const answer = await client.send(new GetRecordsCommand({ ShardIterator, Limit }));
      return { records: answer.Records ?? [], next: answer.NextShardIterator };
    },
  };
}

/** Reads streams straight from DynamoDB Local, as the Lambda service would read them on AWS. */
export function connectStreams(endpoint: string, region: string): StreamClient {
  const client = new DynamoDBStreamsClient({
    endpoint,
    region,
    credentials: { accessKeyId: "pump", secretAccessKey: "pump" },
  });
  return { source: (streamArn) => sourceOf(client, streamArn), stop: () => client.destroy() };
}
