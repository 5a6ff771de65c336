import type { _Record, AttributeValue } from "@aws-sdk/client-dynamodb-streams";
import type { Json, JsonObject } from "../json.ts";

export type StreamRecord = {
  sequence: string;
  /** Milliseconds since 1970, on the real clock. */
  createdAt: number;
  /** Of the item that changed; orders the records of one item. */
  itemKey: string;
  event: JsonObject;
};

export type RecordContext = {
  region: string;
  streamArn: string;
  /** Read again for every record. */
  readonly clockShift: number;
};

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** Attribute values as JSON, with bytes in base64. */
function plain(value: unknown): Json {
  if (isBytes(value)) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  return null;
}

function image(name: string, value: Record<string, AttributeValue> | undefined): JsonObject {
  return value === undefined ? {} : { [name]: plain(value) };
}

/** One record as Lambda hands it to a function. */
export function toStreamRecord(record: _Record, context: RecordContext): StreamRecord {
  const change = record.dynamodb ?? {};
  const sequence = change.SequenceNumber ?? "";
  const createdAt = change.ApproximateCreationDateTime?.getTime() ?? 0;
  return {
    sequence,
    createdAt,
    itemKey: JSON.stringify(plain(change.Keys)),
    event: {
      eventID: record.eventID ?? "",
      eventName: record.eventName ?? "",
      eventVersion: record.eventVersion ?? "1.1",
      eventSource: "aws:dynamodb",
      awsRegion: context.region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor((createdAt + context.clockShift) / 1000),
        ...image("Keys", change.Keys),
        ...image("NewImage", change.NewImage),
        ...image("OldImage", change.OldImage),
        SequenceNumber: sequence,
        SizeBytes: change.SizeBytes ?? 0,
        StreamViewType: change.StreamViewType ?? "",
      },
      ...(record.userIdentity === undefined ? {} : { userIdentity: plain(record.userIdentity) }),
      eventSourceARN: context.streamArn,
    },
  };
}
