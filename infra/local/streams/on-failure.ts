import { randomUUID } from "node:crypto";
import type { JsonObject } from "../json.ts";
import type { GivenUp } from "./deliver.ts";

export type FailureContext = {
  functionArn: string;
  streamArn: string;
  shardId: string;
  /** Milliseconds since 1970. */
  now: number;
  clockShift: number;
};

function moment(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** What Lambda sends about records it gave up: where they are, never what is in them. */
export function onFailureMessage(
  { records, condition, invocations }: GivenUp,
  { functionArn, streamArn, shardId, now, clockShift }: FailureContext,
): JsonObject {
  const first = records[0];
  const last = records.at(-1);
  const wasInvoked = invocations > 0;
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn,
      condition,
      approximateInvokeCount: invocations,
    },
    ...(wasInvoked
      ? {
          responseContext: {
            statusCode: 200,
            executedVersion: "$LATEST",
            functionError: "Unhandled",
          },
        }
      : {}),
    version: "1.0",
    timestamp: new Date(now + clockShift).toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.sequence ?? "",
      endSequenceNumber: last?.sequence ?? "",
      approximateArrivalOfFirstRecord: moment((first?.createdAt ?? now) + clockShift),
      approximateArrivalOfLastRecord: moment((last?.createdAt ?? now) + clockShift),
      batchSize: records.length,
      streamArn,
    },
  };
}
